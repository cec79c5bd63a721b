package org.beatbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.text.Data;

/**
 * Counts in rows and columns, coloured by their share of the row: a confusion matrix, with truth in the rows.
 *
 * @param rowTitle what the rows are
 * @param columnTitle what the columns are
 * @param counts one list per row, as long as {@code columns}
 */
public record Matrix(
        String rowTitle, String columnTitle, List<String> rows, List<String> columns, List<List<Long>> counts)
        implements Chart {

    public Matrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.size() != rows.size()) {
            throw new IllegalArgumentException(counts.size() + " rows of counts for " + rows.size() + " names");
        }
    }

    /** A confusion matrix: {@code counts.get(truth).get(answer)}. */
    public static Matrix confusion(List<String> classes, List<List<Long>> counts) {
        return new Matrix("truth", "answer", classes, classes, counts);
    }

    /** The number of things in a row. */
    public long total(int row) {
        return counts.get(row).stream().mapToLong(Long::longValue).sum();
    }

    /** The share of its row that is in a cell, 0..1; 0 in an empty row. */
    public double share(int row, int column) {
        long total = total(row);
        return total == 0 ? 0 : counts.get(row).get(column) / (double) total;
    }

    /** Whether row and column stand for the same, as on the diagonal of a confusion matrix. */
    public boolean isRight(int row, int column) {
        return rows.get(row).equals(columns.get(column));
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.matrix(this);
    }

    @Override
    public Data data() {
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                table.add(List.of(
                        rows.get(row),
                        columns.get(column),
                        String.valueOf(counts.get(row).get(column)),
                        String.valueOf(share(row, column))));
            }
        }
        return new Data(List.of(rowTitle, columnTitle, "count", "share"), table);
    }
}
