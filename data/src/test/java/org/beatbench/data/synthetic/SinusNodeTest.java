package org.beatbench.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SinusNodeTest {

    // Long enough that the lines of each peak run through all their phases against one another.
    private static final double[] INTERVALS = intervals(4_000);

    @Test
    void hasTheMeanAndDeviationAskedFor() {
        double mean = Arrays.stream(INTERVALS).average().orElseThrow();
        double variance = Arrays.stream(INTERVALS)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.9, within(0.001));
        assertThat(Math.sqrt(variance)).isCloseTo(0.05, within(0.002));
    }

    @Test
    void hasTwiceThePowerOfTheLowPeakInTheHighOne() {
        double low = power(0.06, 0.14);
        double high = power(0.21, 0.29);

        assertThat(low / high).isCloseTo(0.5, within(0.05));
        assertThat(power(0.15, 0.2)).isLessThan(0.01 * low);
    }

    private static double[] intervals(int size) {
        SinusNode node = new SinusNode(0.9, 0.05, 0.25, SeededRandom.of(1, 0));
        return IntStream.range(0, size).mapToDouble(i -> node.interval(i * 0.5)).toArray();
    }

    private static double power(double from, double to) {
        double sum = 0;
        double step = 0.5 / (INTERVALS.length * 0.5);
        for (double frequency = from; frequency < to; frequency += step) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < INTERVALS.length; i++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / INTERVALS.length);
                real += hann * (INTERVALS[i] - 0.9) * Math.cos(Math.PI * frequency * i);
                imaginary += hann * (INTERVALS[i] - 0.9) * Math.sin(Math.PI * frequency * i);
            }
            sum += real * real + imaginary * imaginary;
        }
        return sum;
    }
}
