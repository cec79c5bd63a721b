package org.beatbench.reports.html;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.beatbench.comparison.Estimate;

/** From the least to the greatest of what an axis has to show; from 0 to 1 if that is nothing. */
record Range(double least, double most) {

    static Range of(DoubleStream values) {
        double[] all = values.toArray();
        return new Range(
                DoubleStream.of(all).min().orElse(0), DoubleStream.of(all).max().orElse(1));
    }

    /** The range of estimates with their intervals. */
    static Range of(Stream<Estimate> estimates) {
        return of(estimates.flatMapToDouble(estimate -> DoubleStream.of(estimate.low(), estimate.high())));
    }
}
