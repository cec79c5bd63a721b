package org.beatbench.models;

import java.util.Optional;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * How many beats of a class there may really be where a model calls some so.
 *
 * @param low fewest
 * @param high most
 */
public record TrueCount(double low, double high) {

    private static final double CONFIDENCE = 0.95;

    /**
     * The count, if the model errs on these beats as it did on those that were kept from it: {@code called} times positive predictive
     * value, by sensitivity, with the ends of the 95 % intervals (Wilson 1927) of both. Nothing is known where it calls none so, or
     * where none were scored. People differ more from each other than beats of the same people do, so that the truth may lie
     * outside more often than once in twenty.
     *
     * @param score of the class
     * @param called beats that the model gives the class
     * @param all beats that it answers
     */
    public static Optional<TrueCount> of(ClassScore score, long called, long all) {
        Double sensitivity = score.sensitivity();
        Double value = score.positivePredictiveValue();
        if (called == 0 || sensitivity == null || value == null || sensitivity == 0 || value == 0) {
            return Optional.empty();
        }
        int found = (int) Math.round(sensitivity * (double) score.beats());
        ConfidenceInterval ofSensitivity = interval(found, (int) score.beats());
        ConfidenceInterval ofValue = interval(found, (int) Math.round(found / value));
        double calls = (double) called;
        return Optional.of(new TrueCount(
                calls * ofValue.getLowerBound() / ofSensitivity.getUpperBound(),
                Math.min((double) all, calls * ofValue.getUpperBound() / ofSensitivity.getLowerBound())));
    }

    private static ConfidenceInterval interval(int hits, int of) {
        return new WilsonScoreInterval().createInterval(of, hits, CONFIDENCE);
    }
}
