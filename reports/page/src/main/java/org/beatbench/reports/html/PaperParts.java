package org.beatbench.reports.html;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.reports.Table;

/** Divides a table that is too broad for paper, where nothing can be scrolled to, into several. */
final class PaperParts {

    /** Columns that fit into a page that is turned sideways, in letters that can be read. */
    private static final int MOST_COLUMNS = 20;

    private PaperParts() {}

    /**
     * Parts of a table that are to stand below one another, about equally broad; each begins with the first column, which names
     * the rows. None if the table fits as it is.
     */
    static List<Table> of(Table table) {
        int columns = table.columns().size() - 1;
        if (columns < MOST_COLUMNS) {
            return List.of();
        }
        int count = (columns + MOST_COLUMNS - 2) / (MOST_COLUMNS - 1);
        int width = (columns + count - 1) / count;
        return IntStream.range(0, count)
                .map(place -> 1 + place * width)
                .mapToObj(from -> part(table, from, Math.min(from + width, columns + 1)))
                .toList();
    }

    private static Table part(Table table, int from, int to) {
        return new Table(
                "Columns " + (from + 1) + " to " + to + " of " + table.columns().size(),
                "",
                part(table.columns(), from, to),
                table.rows().stream().map(row -> part(row, from, to)).toList());
    }

    private static <T> List<T> part(List<T> row, int from, int to) {
        return IntStream.concat(IntStream.of(0), IntStream.range(from, to))
                .mapToObj(row::get)
                .toList();
    }
}
