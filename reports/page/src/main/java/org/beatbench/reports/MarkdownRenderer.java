package org.beatbench.reports;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.comparison.text.Markdown;
import org.beatbench.comparison.text.TextTable;

/**
 * A report, or a table of it, as GitHub-flavoured Markdown: for a README, a pull request, or any page that is kept under version
 * control.
 */
public final class MarkdownRenderer implements Renderer {

    /** The name of the file. */
    public static final String FILE = "report.md";

    private final List<FigureForm> forms;

    /** A renderer of words and tables, without links to figures. */
    public MarkdownRenderer() {
        this(List.of());
    }

    /** @param forms those that the figures have files in */
    public MarkdownRenderer(Collection<FigureForm> forms) {
        this.forms = List.copyOf(forms);
    }

    @Override
    public Path render(Report report, Path folder) {
        return ReportFolder.open(folder).write(FILE, render(report));
    }

    /** The whole report. */
    public String render(Report report) {
        StringBuilder text =
                new StringBuilder("# ").append(Markdown.line(report.title())).append("\n\n");
        text.append(Markdown.paragraph(report.subtitle()));
        Pieces pieces = new Pieces();
        for (Section section : report.sections()) {
            text.append("\n## ").append(Markdown.line(section.title())).append('\n');
            section.blocks().forEach(block -> text.append('\n').append(block.accept(pieces)));
        }
        return text.toString();
    }

    /** The table with its title above and its note below. */
    public String render(Table table) {
        return Markdown.table(
                table.title(),
                table.note(),
                table.columns().stream()
                        .map(column -> new TextTable.Column(column.title(), column.number()))
                        .toList(),
                table.rows().stream()
                        .map(cells ->
                                cells.stream().map(MarkdownRenderer::written).toList())
                        .toList());
    }

    private static String written(Cell cell) {
        String text = Markdown.line(cell.text());
        String strong =
                switch (cell.emphasis()) {
                    case BEST -> "**" + text + "**";
                    case REFERENCE -> "*" + text + "*";
                    default -> text;
                };
        String detail = Markdown.line(cell.detail());
        return detail.isEmpty()
                ? strong
                : strong + " " + (cell.link().isEmpty() ? detail : "[" + detail + "](" + cell.link() + ")");
    }

    /** Each kind of block as Markdown that ends with a line feed. */
    private final class Pieces implements Block.Visitor<String> {

        @Override
        public String prose(Prose prose) {
            return switch (prose.kind()) {
                case NORMAL -> Markdown.paragraph(prose.text());
                case VERDICT -> "**" + Markdown.line(prose.text()) + "**\n";
                case WARNING -> "> **Mind:** " + Markdown.line(prose.text()) + "\n";
                case COMMAND -> Markdown.code(prose.text());
            };
        }

        @Override
        public String table(Table table) {
            return render(table);
        }

        @Override
        public String choice(Choice choice) {
            return choice.options().stream()
                    .flatMap(option -> option.blocks().stream())
                    .map(block -> block.accept(this))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public String figure(Figure figure) {
            return MarkdownFigure.of(figure, forms, FigureForm::place);
        }

        @Override
        public String gallery(Gallery gallery) {
            return gallery.figures().stream().map(this::figure).collect(Collectors.joining("\n"));
        }

        @Override
        public String classKey(ClassKey key) {
            return Markdown.paragraph(key.entries().stream()
                    .filter(entry -> !entry.meaning().isEmpty())
                    .map(entry -> entry.name() + ": " + entry.meaning())
                    .collect(Collectors.joining("; ", "Classes of beats: ", ".")));
        }

        @Override
        public String facts(Facts facts) {
            return facts.facts().stream()
                    .map(fact -> "- **" + Markdown.line(fact.name()) + "**: " + Markdown.line(fact.text()) + "\n")
                    .collect(Collectors.joining(
                            "", facts.title().isEmpty() ? "" : "### " + Markdown.line(facts.title()) + "\n\n", ""));
        }
    }
}
