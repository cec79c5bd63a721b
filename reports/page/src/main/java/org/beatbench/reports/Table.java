package org.beatbench.reports;

import java.util.List;

/**
 * Rows of cells under named columns; the first column names the row.
 *
 * @param title what it lists
 * @param note what must be known to read it: protocol, number of beats, unit, intervals; may be empty
 * @param columns at least one
 * @param rows in their first order; each as long as {@code columns}
 */
public record Table(String title, String note, List<Column> columns, List<List<Cell>> rows) implements Block {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns: " + row);
            }
        }
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.table(this);
    }

    @Override
    public List<Table> tables() {
        return List.of(this);
    }

    /** Which end of a column is the good one. */
    public enum Better {
        /** None: it is text, or a number that is no merit. */
        NEITHER,
        HIGHER,
        LOWER
    }

    /**
     * A column.
     *
     * @param title short
     * @param hint what the title stands for; may be empty
     * @param number whether it holds numbers, which stand to the right and sort by size
     * @param better which numbers are the good ones; a reader can rank the rows by a column that says so
     */
    public record Column(String title, String hint, boolean number, Better better) {

        public static Column text(String title) {
            return new Column(title, "", false, Better.NEITHER);
        }

        public static Column number(String title, String hint) {
            return new Column(title, hint, true, Better.NEITHER);
        }

        /** A column of numbers that rows can be ranked by. */
        public static Column merit(String title, String hint, boolean higherIsBetter) {
            return new Column(title, hint, true, higherIsBetter ? Better.HIGHER : Better.LOWER);
        }
    }
}
