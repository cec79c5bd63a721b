package org.beatbench.reports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of GitHub-flavoured Markdown. Names come from plug-ins and files, so no text becomes markup. */
final class Markdown {

    private Markdown() {}

    /** A text that stays on its line and in its cell. */
    static String line(String text) {
        return Words.of(text).stream()
                .map(words -> words.link() ? "<" + words.text() + ">" : escaped(words.text()))
                .collect(Collectors.joining());
    }

    /** A paragraph, which ends with a line feed. */
    static String paragraph(String text) {
        // At the start of a line these would begin a list.
        return line(text).replaceFirst("^(\\d{1,9})?([-+.)])(?=\\s)", "$1\\\\$2") + "\n";
    }

    /** A command to be copied, fenced by more backticks than it has in a row itself. */
    static String code(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "sh\n" + text + "\n" + fence + "\n";
    }

    /**
     * A figure under its title: the picture, what to see in it, and its files.
     *
     * @param forms those that it has files in; without a picture among them, the words stand alone
     * @param place where the file of a form is
     */
    static String figure(Figure figure, Collection<FigureForm> forms, BiFunction<FigureForm, Figure, String> place) {
        Optional<FigureForm> picture = Stream.of(FigureForm.PNG, FigureForm.SVG)
                .filter(forms::contains)
                .findFirst();
        List<String> files = forms.stream()
                .map(form -> "[" + form.name() + "](" + place.apply(form, figure) + ")")
                .toList();
        return "### " + line(figure.title()) + "\n\n"
                + picture.map(form -> "![" + line(figure.alternative()) + "](" + place.apply(form, figure) + ")\n\n")
                        .orElse("")
                + paragraph(figure.caption().isEmpty() ? figure.alternative() : figure.caption())
                + (files.isEmpty() ? "" : "\n" + String.join(" · ", files) + "\n");
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>|#~]", "\\\\$0")
                // A bracket alone is one, but it must not become a link; nor may a name hold a character reference.
                .replaceAll("\\](?=[(\\[:])|&(?=#?\\w+;)", "\\\\$0")
                .replaceAll("\\R", " ");
    }
}
