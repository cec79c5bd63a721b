package org.beatbench.reports.change;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.beatbench.metrics.Unit;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Data;
import org.beatbench.reports.chart.Quantity;
import org.beatbench.reports.chart.Unrounded;
import org.beatbench.stats.Interval;

/** Changes as tables, one per protocol. */
public final class ChangeTables {

    private ChangeTables() {}

    /**
     * The tables, the strictest protocol first.
     *
     * @param measures ids of what is to be shown
     */
    public static List<Table> of(Changes changes, Set<String> measures) {
        return changes.bases().keySet().stream()
                .flatMap(protocol -> of(changes, protocol, measures).stream())
                .toList();
    }

    /** The table of one protocol; empty if there is nothing to show. */
    static Optional<Table> of(Changes changes, String protocol, Set<String> measures) {
        List<List<Cell>> rows = changes.all().stream()
                .filter(change -> change.protocol().equals(protocol) && measures.contains(change.measure()))
                .map(ChangeTables::row)
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        protocol,
                        Objects.requireNonNull(changes.bases().get(protocol), protocol),
                        List.of(
                                Column.text("Classifier"),
                                Column.text("Metric"),
                                Column.number("A", changes.first().name()),
                                Column.number("B", changes.second().name()),
                                Column.number("B less A", "the difference, with its interval of 95 %")),
                        rows));
    }

    /** Every number that both results have, for programs: none is rounded. */
    public static Data data(Changes changes) {
        return new Data(
                List.of("protocol", "classifier", "id", "metric", "unit", "a", "b", "difference", "low", "high"),
                changes.all().stream().map(ChangeTables::values).toList());
    }

    private static List<String> values(Change change) {
        return List.of(
                change.protocol(),
                change.classifier(),
                change.id(),
                change.measure(),
                change.unit().name().toLowerCase(Locale.ROOT),
                Unrounded.text(change.first()),
                Unrounded.text(change.second()),
                Unrounded.text(change.difference()),
                change.interval()
                        .map(interval -> Unrounded.text(interval.low()))
                        .orElse(""),
                change.interval()
                        .map(interval -> Unrounded.text(interval.high()))
                        .orElse(""));
    }

    private static List<Cell> row(Change change) {
        Quantity quantity = quantity(change.unit());
        DoubleFunction<String> signed = value -> signed(quantity, value);
        Cell difference = new Cell(
                signed.apply(change.difference()),
                change.interval().map(interval -> interval(interval, signed)).orElse(""),
                change.difference(),
                0,
                Cell.Emphasis.NONE);
        return List.of(
                Cell.text(change.classifier()),
                Cell.text(change.measure()),
                Cell.of(quantity, change.first()),
                Cell.of(quantity, change.second()),
                difference);
    }

    private static String interval(Interval interval, DoubleFunction<String> signed) {
        return "[" + signed.apply(interval.low()) + ", " + signed.apply(interval.high()) + "]";
    }

    private static String signed(Quantity quantity, double value) {
        String text = Numbers.format(quantity, value);
        return value > 0 && text.matches(".*[1-9].*") ? "+" + text : text;
    }

    private static Quantity quantity(Unit unit) {
        return switch (unit) {
            case SHARE -> Quantity.SHARE;
            case SCORE, NATS -> Quantity.SCORE;
            case SECONDS -> Quantity.SECONDS;
            case BYTES -> Quantity.BYTES;
        };
    }
}
