package org.beatbench.reports;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.comparison.text.Markdown;

/**
 * What is in the folder of figures: every figure with its caption and its files, in the order of the report, as
 * {@code figures/README.md}, which code hosts show when the folder is opened.
 */
public final class IndexRenderer implements Renderer {

    /** The name of the file, inside the folder of the figures. */
    public static final String FILE = "README.md";

    private final List<FigureForm> forms;

    /** @param forms those that the figures have files in */
    public IndexRenderer(Collection<FigureForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /** @return the file */
    @Override
    public Path render(Report report, Path folder) {
        return ReportFolder.open(folder.resolve(FigureForm.FOLDER)).write(FILE, text(report));
    }

    /** The content of the file. */
    public String text(Report report) {
        StringBuilder text = new StringBuilder("# Figures of ")
                .append(Markdown.line(report.title()))
                .append("\n\n")
                .append(Markdown.paragraph(report.subtitle()));
        for (Section section : report.sections()) {
            List<Figure> figures = section.figures();
            if (!figures.isEmpty()) {
                text.append("\n## ").append(Markdown.line(section.title())).append('\n');
                figures.forEach(figure -> text.append('\n').append(MarkdownFigure.of(figure, forms, FigureForm::file)));
            }
        }
        return text.toString();
    }
}
