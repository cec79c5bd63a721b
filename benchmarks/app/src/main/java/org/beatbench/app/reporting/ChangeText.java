package org.beatbench.app.reporting;

import java.util.List;
import java.util.Set;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.change.WrittenChange;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;

/** What differs between two results as tables for a terminal, one for each protocol. */
public final class ChangeText {

    private static final List<Column> COLUMNS = List.of(
            new Column("Classifier", false),
            new Column("Metric", false),
            new Column("A", true),
            new Column("B", true),
            new Column("B less A", true));

    private ChangeText() {}

    /** The tables of some measures, by their ids, the strictest protocol first; none for a protocol without them. */
    static List<TextTable> tables(Changes changes, Set<String> measures) {
        return changes.bases().entrySet().stream()
                .map(basis -> new TextTable(
                        basis.getKey(),
                        basis.getValue(),
                        COLUMNS,
                        changes.of(basis.getKey(), measures).stream()
                                .map(ChangeText::row)
                                .toList()))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static List<String> row(Change change) {
        WrittenChange written = WrittenChange.of(change);
        return List.of(
                change.classifier(),
                change.measure(),
                written.first(),
                written.second(),
                written.interval().isEmpty() ? written.difference() : written.difference() + " " + written.interval());
    }
}
