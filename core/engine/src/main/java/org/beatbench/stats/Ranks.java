package org.beatbench.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Ranks from 1 up, equal numbers sharing the mean of theirs. */
final class Ranks {

    /** Scores that should be equal may differ in the last digits, by rounding; this many decimals tell them apart. */
    private static final double DECIMALS = 1e12;

    private Ranks() {}

    /** The rank of each value among all, the smallest first. */
    static double[] of(double... values) {
        double[] rounded = Arrays.stream(values).map(Ranks::rounded).toArray();
        return rounded.length == 0
                ? rounded
                : new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(rounded);
    }

    /** A value without the digits that rounding may have made; never -0. */
    static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS + 0.0;
    }
}
