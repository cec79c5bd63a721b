package org.beatbench.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The t-test for differences that come from repeated divisions of the same data. Their training parts overlap, so an ordinary
 * t-test sees differences everywhere; this one adds the ratio of test to training beats to the variance (C. Nadeau and Y.
 * Bengio, "Inference for the generalization error", Mach. Learn. 52 (2003)).
 */
public final class CorrectedResampledT {

    private CorrectedResampledT() {}

    /**
     * How often chance alone makes a mean difference at least as large, either way.
     *
     * @param testToTraining test beats of a division by its training beats
     * @param differences one per division
     * @return 1 if all differences are 0; empty if there are fewer than two, or if they are all the same and not 0, which
     *     leaves nothing to measure chance by
     */
    public static OptionalDouble p(double testToTraining, double... differences) {
        if (!(testToTraining > 0 && testToTraining < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("testToTraining must be a number above 0: " + testToTraining);
        }
        double[] rounded = Arrays.stream(differences).map(Ranks::rounded).toArray();
        if (rounded.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(differences).average().orElseThrow();
        if (Arrays.stream(rounded).distinct().count() == 1) {
            return rounded[0] == 0 ? OptionalDouble.of(1) : OptionalDouble.empty();
        }
        double deviation = Sample.of(differences).deviation().orElseThrow();
        double t = mean / (deviation * Math.sqrt(1.0 / differences.length + testToTraining));
        double tail = new TDistribution(null, differences.length - 1.0).cumulativeProbability(-Math.abs(t));
        return OptionalDouble.of(2 * tail);
    }
}
