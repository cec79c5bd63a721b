package org.beatbench.stats;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * McNemar's test that two classifiers are right equally often: of the beats that only one of them got right, either should
 * have half. The mid-p form, which counts what was observed by half and is neither as timid as the exact test nor as bold as
 * the asymptotic one (M. W. Fagerland, S. Lydersen and P. Laake, "The McNemar test for binary matched-pairs data", BMC Med.
 * Res. Methodol. 13:91 (2013)). It takes beats for independent, so it speaks of the subjects that were tested only.
 */
final class McNemar {

    private McNemar() {}

    /**
     * The test of some counts of beats.
     *
     * @param onlyFirst that only the first classifier got right
     * @param onlySecond that only the second got right
     * @param same that both got right or both got wrong
     */
    static PairedTest test(long onlyFirst, long onlySecond, long same) {
        long apart = onlyFirst + onlySecond;
        double effect = apart == 0 ? 0 : (onlyFirst - onlySecond) / (double) apart;
        return new PairedTest(onlyFirst, same, onlySecond, effect, midP(onlyFirst, onlySecond));
    }

    private static double midP(long onlyFirst, long onlySecond) {
        long few = Math.min(onlyFirst, onlySecond);
        int trials = Math.toIntExact(onlyFirst + onlySecond);
        if (trials == 0) {
            return 1;
        }
        double observed = new BinomialDistribution(null, trials, 0.5).probability((int) few);
        if (onlyFirst == onlySecond) {
            return 1 - observed / 2;
        }
        double tail = 0;
        double chance = observed;
        for (long successes = few; successes >= 0 && tail + chance > tail; successes--) {
            tail += chance;
            chance *= successes / (trials - successes + 1.0);
        }
        return 2 * tail - observed;
    }
}
