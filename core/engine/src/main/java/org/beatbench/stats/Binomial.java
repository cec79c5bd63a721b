package org.beatbench.stats;

import org.apache.commons.math3.special.Gamma;
import org.beatbench.protocol.Draws;

/**
 * Draws binomial numbers in a time that hardly depends on the number of trials, which Commons Math does not.
 *
 * <p>Where successes are many: transformed rejection with squeeze, algorithm BTRS of W. Hörmann, "The generation of
 * binomial random variates", J. Stat. Comput. Simul. 46 (1993). Where they are few: the waiting times between them are
 * drawn (L. Devroye, "Non-Uniform Random Variate Generation" (1986), section X.4.3).
 */
final class Binomial {

    /** The mean from which on the constants of BTRS hold. */
    private static final double MANY = 10;

    private Binomial() {}

    /**
     * How many of some trials succeed.
     *
     * @param trials at least 0
     * @param chance of each to succeed, 0..1
     */
    static long draw(long trials, double chance, Draws draws) {
        if (chance > 0.5) {
            return trials - draw(trials, 1 - chance, draws);
        }
        if (trials == 0 || chance <= 0) {
            return 0;
        }
        return trials * chance < MANY ? byWaiting(trials, chance, draws) : byRejection(trials, chance, draws);
    }

    private static long byWaiting(long trials, double chance, Draws draws) {
        double perTrial = StrictMath.log1p(-chance);
        long successes = -1;
        double used = 0;
        while (used <= trials) {
            used += Math.ceil(StrictMath.log(1 - draws.fraction()) / perTrial);
            successes++;
        }
        return successes;
    }

    /** Names are those of the paper. */
    private static long byRejection(long n, double p, Draws draws) {
        double spq = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spq;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spq;
        long m = (long) Math.floor((n + 1) * p);
        double odds = StrictMath.log(p / (1 - p));
        double top = Gamma.logGamma(m + 1.0) + Gamma.logGamma(n - m + 1.0);
        while (true) {
            double u = draws.fraction() - 0.5;
            double v = 1 - draws.fraction();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= vr) {
                return (long) k;
            }
            if (k >= 0 && k <= n) {
                double density = top - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1) + (k - m) * odds;
                if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= density) {
                    return (long) k;
                }
            }
        }
    }
}
