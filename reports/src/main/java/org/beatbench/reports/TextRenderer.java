package org.beatbench.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables for a terminal: columns under one another, numbers to the right. */
public final class TextRenderer {

    private static final String GAP = "  ";

    /** The table with its title above and its note below. */
    public String render(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Table.Column::title).toList());
        table.rows()
                .forEach(cells ->
                        rows.add(cells.stream().map(TextRenderer::written).toList()));
        int[] widths = IntStream.range(0, table.columns().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder(table.title()).append('\n');
        for (List<String> row : rows) {
            String line = IntStream.range(0, widths.length)
                    .mapToObj(column -> padded(
                            row.get(column),
                            widths[column],
                            table.columns().get(column).number()))
                    .collect(Collectors.joining(GAP, GAP, ""));
            text.append(line.stripTrailing()).append('\n');
        }
        return table.note().isEmpty()
                ? text.toString()
                : text.append(GAP).append(table.note()).append('\n').toString();
    }

    private static String written(Cell cell) {
        return cell.detail().isEmpty() ? cell.text() : cell.text() + " " + cell.detail();
    }

    private static String padded(String text, int width, boolean toTheRight) {
        String space = " ".repeat(width - width(text));
        return toTheRight ? space + text : text + space;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
