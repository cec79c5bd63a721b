package org.beatbench.reports;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as GitHub-flavoured Markdown, for pages that are kept under version control. */
public final class MarkdownRenderer {

    /** The table with its title above and its note below. */
    public String render(Table table) {
        List<Table.Column> columns = table.columns();
        StringBuilder text = new StringBuilder();
        text.append("**").append(escaped(table.title())).append("**\n\n");
        text.append(row(columns.stream().map(Table.Column::title).toList()));
        text.append(row(
                columns.stream().map(column -> column.number() ? "---:" : "---").toList()));
        for (List<Cell> cells : table.rows()) {
            text.append(row(cells.stream().map(MarkdownRenderer::written).toList()));
        }
        if (!table.note().isEmpty()) {
            text.append('\n').append(escaped(table.note())).append('\n');
        }
        return text.toString();
    }

    private static String written(Cell cell) {
        String text = escaped(cell.text());
        String strong =
                switch (cell.emphasis()) {
                    case BEST -> "**" + text + "**";
                    case REFERENCE -> "*" + text + "*";
                    default -> text;
                };
        return cell.detail().isEmpty() ? strong : strong + " " + escaped(cell.detail());
    }

    private static String row(List<String> values) {
        return values.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Names come from plug-ins and files: they must not end a cell or start markup. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>|#]", "\\\\$0").replaceAll("\\R", " ");
    }
}
