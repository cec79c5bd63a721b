package org.beatbench.comparison.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for a terminal, or for a page of text.
 *
 * @param title what it lists
 * @param note what must be known to read it; may be empty
 * @param rows each as long as {@code columns}
 */
public record TextTable(String title, String note, List<Column> columns, List<List<String>> rows) {

    private static final String GAP = "  ";

    public TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A column.
     *
     * @param number whether it holds numbers, which stand to the right
     */
    public record Column(String title, boolean number) {}

    /** Columns under one another, with the title above and the note below. */
    public String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::title).toList());
        lines.addAll(rows);
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> width(line.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> line : lines) {
            String padded = IntStream.range(0, widths.length)
                    .mapToObj(column -> padded(
                            line.get(column),
                            widths[column],
                            columns.get(column).number()))
                    .collect(Collectors.joining(GAP, GAP, ""));
            text.append(padded.stripTrailing()).append('\n');
        }
        return note.isEmpty()
                ? text.toString()
                : text.append(GAP).append(note).append('\n').toString();
    }

    /** The same as GitHub-flavoured Markdown. */
    public String markdown() {
        return Markdown.table(
                title,
                note,
                columns,
                rows.stream()
                        .map(row -> row.stream().map(Markdown::line).toList())
                        .toList());
    }

    private static String padded(String text, int width, boolean toTheRight) {
        String space = " ".repeat(width - width(text));
        return toTheRight ? space + text : text + space;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
