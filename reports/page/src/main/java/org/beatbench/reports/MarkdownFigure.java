package org.beatbench.reports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.beatbench.comparison.text.Markdown;

/** A figure in Markdown, which links to the files that it has. */
final class MarkdownFigure {

    private MarkdownFigure() {}

    /**
     * A figure under its title: the picture, what to see in it, and its files.
     *
     * @param forms those that it has files in; without a picture among them, the words stand alone
     * @param place where the file of a form is
     */
    static String of(Figure figure, Collection<FigureForm> forms, BiFunction<FigureForm, Figure, String> place) {
        Optional<FigureForm> picture = Stream.of(FigureForm.PNG, FigureForm.SVG)
                .filter(forms::contains)
                .findFirst();
        List<String> files = forms.stream()
                .map(form -> "[" + form.name() + "](" + place.apply(form, figure) + ")")
                .toList();
        return "### " + Markdown.line(figure.title()) + "\n\n"
                + picture.map(form ->
                                "![" + Markdown.line(figure.alternative()) + "](" + place.apply(form, figure) + ")\n\n")
                        .orElse("")
                + Markdown.paragraph(figure.caption().isEmpty() ? figure.alternative() : figure.caption())
                + (files.isEmpty() ? "" : "\n" + String.join(" · ", files) + "\n");
    }
}
