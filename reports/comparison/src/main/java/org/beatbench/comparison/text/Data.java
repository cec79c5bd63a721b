package org.beatbench.comparison.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers behind a chart, as a table of text that a program can read back.
 *
 * @param columns the names of the columns
 * @param rows one list of values per row, as long as {@code columns}
 */
public record Data(List<String> columns, List<List<String>> rows) {

    public Data {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table as comma-separated values (RFC 4180, but with plain line feeds). */
    public String csv() {
        StringBuilder text = new StringBuilder();
        append(text, columns);
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(values.get(i)));
        }
        text.append('\n');
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    public static Builder of(String... columns) {
        return new Builder(List.of(columns));
    }

    /** Collects rows. */
    public static final class Builder {

        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        private Builder(List<String> columns) {
            this.columns = columns;
        }

        public Builder row(Object... values) {
            rows.add(java.util.Arrays.stream(values).map(Builder::text).toList());
            return this;
        }

        private static String text(Object value) {
            return value instanceof Double number ? Unrounded.text(number) : String.valueOf(value);
        }

        public Data build() {
            return new Data(columns, rows);
        }
    }
}
