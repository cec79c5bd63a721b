package org.beatbench.comparison.change;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.beatbench.comparison.text.Unrounded;
import org.beatbench.metrics.Unit;
import org.beatbench.stats.Interval;

/**
 * How one number differs between two results.
 *
 * @param classifier its name in tables
 * @param id of the classifier
 * @param protocol id of the protocol
 * @param measure id of what is compared
 * @param unit how the numbers are to be read
 * @param first the number in the first result
 * @param second the number in the second result
 * @param bootstrap makes the interval of the difference; empty where there is none
 */
public record Change(
        String classifier,
        String id,
        String protocol,
        String measure,
        Unit unit,
        double first,
        double second,
        Supplier<Optional<Interval>> bootstrap) {

    public Change {
        bootstrap = new Lazy<>(bootstrap);
    }

    /** The interval of the difference; empty where there is none. The first call may take a second. */
    public Optional<Interval> interval() {
        return bootstrap.get();
    }

    /** The second less the first. */
    public double difference() {
        return second - first;
    }

    /** As a row of a table for programs: no number is rounded. */
    List<String> values() {
        return List.of(
                protocol,
                classifier,
                id,
                measure,
                unit.name().toLowerCase(Locale.ROOT),
                Unrounded.text(first),
                Unrounded.text(second),
                Unrounded.text(difference()),
                interval().map(interval -> Unrounded.text(interval.low())).orElse(""),
                interval().map(interval -> Unrounded.text(interval.high())).orElse(""));
    }
}
