package org.beatbench.stats;

import java.util.Arrays;
import org.beatbench.protocol.Draws;

/**
 * How probable it is, after the differences seen on some subjects, that the first of two classifiers is worse, practically as
 * good, or better on further subjects.
 *
 * <p>The Bayesian signed-rank test (A. Benavoli, G. Corani, J. Demšar and M. Zaffalon, "Time for a change: a tutorial for
 * comparing multiple classifiers through Bayesian analysis", JMLR 18 (2017)): the unknown distribution of
 * differences has a Dirichlet process prior with half an observation at 0. Under each of 20,000 draws from the posterior, which
 * are weights of the observations, the mean of two further differences falls below, into, or above the region of practical
 * equivalence, ends included, with some chance; a probability here is the share of draws under which that chance is the
 * largest. Its standard error is at most .004, because draws are finite.
 *
 * @param worse that the first is worse
 * @param equal that it is neither
 * @param better that it is better
 */
public record Equivalence(double worse, double equal, double better) {

    /** Differences up to this size mean nothing in practice: one point in a hundred. */
    public static final double REGION = 0.01;

    private static final int DRAWS = 20_000;
    private static final double ROUNDING = 1e-12;

    /**
     * The probabilities after some differences.
     *
     * @param region the largest difference without a meaning in practice, at least 0
     * @param seed the only source of randomness
     * @param differences first less second, one per subject; finite
     */
    public static Equivalence of(double region, long seed, double... differences) {
        if (!(region >= 0)) {
            throw new IllegalArgumentException("region must be at least 0: " + region);
        }
        double[] seen = withPrior(differences);
        int prior = Arrays.binarySearch(seen, 0.0);
        int[] below = partners(seen, -2 * region - ROUNDING);
        int[] within = partners(seen, 2 * region + ROUNDING);
        Draws draws = Draws.of(seed, "equivalence");
        double[] weights = new double[seen.length];
        double[] sums = new double[seen.length + 1];
        int[] wins = new int[3];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = i == prior ? halfGamma(draws) : exponential(draws);
                sums[i + 1] = sums[i] + weights[i];
            }
            double worse = 0;
            double notBetter = 0;
            for (int i = 0; i < weights.length; i++) {
                worse += weights[i] * sums[below[i]];
                notBetter += weights[i] * sums[within[i]];
            }
            double all = sums[weights.length] * sums[weights.length];
            wins[largest(worse, notBetter - worse, all - notBetter)]++;
        }
        return new Equivalence(wins[0] / (double) DRAWS, wins[1] / (double) DRAWS, wins[2] / (double) DRAWS);
    }

    /** The differences and the prior observation, ascending. */
    private static double[] withPrior(double... differences) {
        double[] seen = Arrays.stream(Arrays.copyOf(differences, differences.length + 1))
                .map(Ranks::rounded)
                .toArray();
        Arrays.sort(seen);
        return seen;
    }

    /** For each observation, with how many others its sum stays below a limit; these are the smallest. */
    private static int[] partners(double[] ascending, double limit) {
        int[] partners = new int[ascending.length];
        int number = ascending.length;
        for (int i = 0; i < ascending.length; i++) {
            while (number > 0 && ascending[i] + ascending[number - 1] >= limit) {
                number--;
            }
            partners[i] = number;
        }
        return partners;
    }

    private static int largest(double worse, double equal, double better) {
        return equal >= worse && equal >= better ? 1 : worse > better ? 0 : 2;
    }

    /** Weights need not be scaled to a sum of 1, since only their products are compared. */
    private static double exponential(Draws draws) {
        return -StrictMath.log(1 - draws.fraction());
    }

    /** A gamma variate of shape one half: half the square of a normal one, made by the polar form of Box and Muller. */
    private static double halfGamma(Draws draws) {
        double cosine = StrictMath.cos(2 * Math.PI * draws.fraction());
        return exponential(draws) * cosine * cosine;
    }
}
