package org.beatbench.reports.change;

import java.util.Optional;
import java.util.function.Supplier;
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
        bootstrap = new Once<>(bootstrap);
    }

    /** The interval of the difference; empty where there is none. The first call may take a second. */
    public Optional<Interval> interval() {
        return bootstrap.get();
    }

    /** The second less the first. */
    public double difference() {
        return second - first;
    }
}
