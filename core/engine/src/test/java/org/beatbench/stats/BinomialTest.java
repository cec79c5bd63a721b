package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

    private static final int DRAWS = 200_000;

    /** Both algorithms, both halves of the range, and means close to where one takes over from the other. */
    @ParameterizedTest
    @CsvSource({
        "10, .3",
        "3, .5",
        "40, .05",
        "21, .5",
        "50, .2",
        "49, .2",
        "100, .9",
        "1000, .3",
        "1000, .002",
        "60, .83"
    })
    void hasTheRightDistribution(int trials, double chance) {
        Draws draws = Draws.of(1, "binomial");
        long[] seen = new long[trials + 1];
        for (int i = 0; i < DRAWS; i++) {
            seen[(int) Binomial.draw(trials, chance, draws)]++;
        }
        assertThat(fit(seen, new BinomialDistribution(trials, chance))).isGreaterThan(.001);
    }

    @Test
    void isCertainAtTheEnds() {
        Draws draws = Draws.of(1, "binomial");
        assertThat(Binomial.draw(1_000, 0, draws)).isZero();
        assertThat(Binomial.draw(1_000, 1, draws)).isEqualTo(1_000);
        assertThat(Binomial.draw(0, .4, draws)).isZero();
    }

    /** The p-value of the chi-square test, with the rare numbers at either end taken together. */
    private static double fit(long[] seen, BinomialDistribution expected) {
        int low = 0;
        while (expected.cumulativeProbability(low) * DRAWS < 10) {
            low++;
        }
        int high = seen.length - 1;
        while ((1 - expected.cumulativeProbability(high - 1)) * DRAWS < 10) {
            high--;
        }
        double[] shares = new double[high - low + 1];
        long[] counts = new long[shares.length];
        for (int number = 0; number < seen.length; number++) {
            int bin = Math.min(high, Math.max(low, number)) - low;
            shares[bin] += expected.probability(number) * DRAWS;
            counts[bin] += seen[number];
        }
        return new ChiSquareTest().chiSquareTest(shares, counts);
    }
}
