package org.beatbench.reports.explore;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;

/**
 * A proportion of beats that were drawn at random, with its interval: an estimate for all beats of the data set.
 *
 * @param part how many of them, 0 to {@code drawn}
 * @param drawn how many were drawn
 */
record Proportion(int part, int drawn) {

    private static final double CONFIDENCE = 0.95;

    boolean isKnown() {
        return drawn > 0;
    }

    /** The share with its 95 % interval: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927); for a proportion that is known. */
    Estimate share() {
        ConfidenceInterval wilson = IntervalUtils.getWilsonScoreInterval(drawn, part, CONFIDENCE);
        return new Estimate(
                part / (double) drawn, Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()));
    }

    /** {@code 94.1 % [92.5–95.4]}. */
    String text() {
        Estimate share = share();
        return Numbers.share(share.value()) + " " + Numbers.interval(Quantity.SHARE, share);
    }
}
