package org.beatbench.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * The signed-rank test (F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bull. 1 (1945)): that
 * differences are as often and as far above 0 as below.
 *
 * <p>Differences of 0 take part in the ranking and are left out of the sums, so that they weaken the evidence instead of
 * vanishing (J. W. Pratt, "Remarks on zeros and ties in the Wilcoxon signed rank procedures", J. Am. Stat. Assoc. 54 (1959));
 * equal sizes share the mean of their ranks. Up to 100 differences other than 0, p is exact whatever the ties: given the
 * ranks, each sign is a fair coin, and the distribution of their sum is built up rank by rank, in halves since shared ranks
 * are multiples of one half. Beyond, the sum is taken as normal, with the variance that these very ranks have, and without
 * correction for continuity. Two-sided: twice the smaller tail.
 *
 * <p>Commons Math has this test, but its exact form takes ties for ranks of their own, and its asymptotic one neither
 * corrects the variance for ties nor the sum for continuity in the right direction.
 */
final class SignedRank {

    /** Up to this many differences other than 0 the distribution is enumerated. */
    static final int EXACT = 100;

    private SignedRank() {}

    /** The test of some differences, first less second. */
    static PairedTest test(double... differences) {
        double[] rounded = Arrays.stream(differences).map(Ranks::rounded).toArray();
        double[] ranks = Ranks.of(Arrays.stream(rounded).map(Math::abs).toArray());
        int[] others =
                IntStream.range(0, rounded.length).filter(i -> rounded[i] != 0).toArray();
        double[] used = Arrays.stream(others).mapToDouble(i -> ranks[i]).toArray();
        int[] above = Arrays.stream(others).filter(i -> rounded[i] > 0).toArray();
        double total = Arrays.stream(used).sum();
        double plus = Arrays.stream(above).mapToDouble(i -> ranks[i]).sum();
        return new PairedTest(
                above.length,
                rounded.length - others.length,
                others.length - above.length,
                total == 0 ? 0 : (2 * plus - total) / total,
                used.length <= EXACT ? exact(used, plus) : normal(used, plus));
    }

    /** Sums are kept doubled, as whole numbers. */
    private static double exact(double[] ranks, double plus) {
        int total = (int) Math.rint(2 * Arrays.stream(ranks).sum());
        double[] chance = new double[total + 1];
        chance[0] = 1;
        int reached = 0;
        for (double rank : ranks) {
            int step = (int) Math.rint(2 * rank);
            reached += step;
            for (int sum = reached; sum >= 0; sum--) {
                chance[sum] = chance[sum] / 2 + (sum >= step ? chance[sum - step] / 2 : 0);
            }
        }
        int seen = (int) Math.rint(2 * plus);
        double tail = Arrays.stream(chance, 0, Math.min(seen, total - seen) + 1).sum();
        return Math.min(1, 2 * tail);
    }

    private static double normal(double[] ranks, double plus) {
        double mean = Arrays.stream(ranks).sum() / 2;
        double variance = Arrays.stream(ranks).map(rank -> rank * rank).sum() / 4;
        return Erf.erfc(Math.abs(plus - mean) / Math.sqrt(2 * variance));
    }
}
