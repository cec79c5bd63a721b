package org.beatbench.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Numbers that were drawn or measured, at least one, and what describes them. */
public final class Sample {

    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    /**
     * A sample of these values, copied.
     *
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public static Sample of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "a sample needs finite values, at least one: " + Arrays.toString(values));
        }
        return new Sample(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** The arithmetic mean. */
    public double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The standard deviation, with n - 1 in the denominator; empty for a single value. */
    public OptionalDouble deviation() {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }

    /** The share of some differences that are above 0, 0..1, those left out that are not finite; empty if all are. */
    static OptionalDouble higher(double... differences) {
        double[] finite = Arrays.stream(differences).filter(Double::isFinite).toArray();
        return finite.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Arrays.stream(finite).filter(value -> value > 0).count() / (double) finite.length);
    }

    /**
     * The value below which a share of the sample lies: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
     * statistical packages", Am. Stat. 50 (1996), which interpolates between neighbours and is what R and NumPy do.
     *
     * @param share 0..1
     */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0..1: " + share);
        }
        if (share == 0) {
            return Arrays.stream(values).min().orElseThrow();
        }
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
    }
}
