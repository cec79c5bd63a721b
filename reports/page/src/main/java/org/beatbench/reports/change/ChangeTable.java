package org.beatbench.reports.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.change.WrittenChange;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;

/** The changes under one protocol as a table. */
final class ChangeTable {

    private ChangeTable() {}

    /** Those of some measures, by their ids; empty if there is nothing to show. */
    static Optional<Table> of(Changes changes, String protocol, Set<String> measures) {
        List<List<Cell>> rows =
                changes.of(protocol, measures).stream().map(ChangeTable::row).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        Phrases.capital(Protocols.of(protocol).title()),
                        Objects.requireNonNull(changes.bases().get(protocol), protocol),
                        List.of(
                                Column.text("Classifier"),
                                Column.text("Metric"),
                                Column.number("A", changes.first().name()),
                                Column.number("B", changes.second().name()),
                                Column.number("B less A", "the difference, with its interval of 95 %")),
                        rows));
    }

    private static List<Cell> row(Change change) {
        WrittenChange written = WrittenChange.of(change);
        Quantity quantity = Quantity.of(change.unit());
        return List.of(
                Cell.text(change.classifier()),
                Cell.text(change.measure()),
                Cell.of(quantity, change.first()),
                Cell.of(quantity, change.second()),
                new Cell(written.difference(), written.interval(), change.difference(), 0, Cell.Emphasis.NONE));
    }
}
