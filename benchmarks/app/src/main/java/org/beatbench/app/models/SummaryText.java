package org.beatbench.app.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;
import org.jspecify.annotations.Nullable;

/** The summary of a recording as a table for people. */
final class SummaryText {

    private static final String UNKNOWN = "-";

    private SummaryText() {}

    static TextTable of(String title, List<SummaryLine> lines) {
        boolean hasReference = lines.stream().anyMatch(line -> line.reference() != null);
        boolean hasRange = lines.stream().anyMatch(line -> line.low() != null);
        List<Column> columns = new ArrayList<>(List.of(new Column("figure", false), new Column("by the model", true)));
        if (hasReference) {
            columns.add(new Column("by the marks", true));
        }
        columns.add(new Column("what it is", false));
        return new TextTable(
                title,
                hasRange
                        ? "[..]: what it may really be, given how the model errs with eight of ten people that it has not learned from."
                        : "",
                columns,
                lines.stream().map(line -> row(line, hasReference)).toList());
    }

    private static List<String> row(SummaryLine line, boolean hasReference) {
        List<String> row = new ArrayList<>(List.of(line.name(), value(line)));
        if (hasReference) {
            row.add(number(line, line.reference()));
        }
        row.add(line.definition());
        return row;
    }

    private static String value(SummaryLine line) {
        String range = line.low() == null || line.high() == null
                ? ""
                : " [" + plain(line, line.low()) + ".." + plain(line, line.high()) + "]";
        return number(line, line.value()) + range;
    }

    private static String number(SummaryLine line, @Nullable Double value) {
        return value == null ? UNKNOWN : plain(line, value) + (line.unit().isEmpty() ? "" : " " + line.unit());
    }

    private static String plain(SummaryLine line, double value) {
        return String.format(Locale.ROOT, "%." + line.decimals() + "f", value);
    }
}
