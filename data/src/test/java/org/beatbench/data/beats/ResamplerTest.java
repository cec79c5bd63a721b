package org.beatbench.data.beats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    private static final int MARGIN = 400;

    @ParameterizedTest
    @CsvSource({"250, 10", "250, 100", "257, 40", "128, 40", "1000, 40", "500, 150", "359.87, 30", "100.123, 12"})
    void keepsASineThatBothRatesCanHold(double rate, double frequency) {
        double[] resampled = new Resampler(rate, 360).apply(sine(rate, frequency), samples(rate));
        double worst = 0;
        for (int i = MARGIN; i < resampled.length - MARGIN; i++) {
            worst = Math.max(worst, Math.abs(resampled[i] - Math.sin(2 * Math.PI * frequency * i / 360)));
        }
        assertThat(worst).isLessThan(2e-4);
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1000, 490", "500, 185", "2000, 400"})
    void removesASineThatWouldBeFoldedBack(double rate, double frequency) {
        double[] resampled = new Resampler(rate, 360).apply(sine(rate, frequency), samples(rate));
        double worst = 0;
        for (int i = MARGIN; i < resampled.length - MARGIN; i++) {
            worst = Math.max(worst, Math.abs(resampled[i]));
        }
        assertThat(worst).isLessThan(2e-4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 250, 333.3, 1000})
    void keepsAConstantAndTheDuration(double rate) {
        double[] resampled = new Resampler(rate, 360).apply(sample -> 7, (int) (10 * rate));
        assertThat(resampled.length).isBetween(3_590, 3_600);
        for (double value : resampled) {
            assertThat(Math.abs(value - 7)).isLessThan(1e-12);
        }
    }

    private static IntToDoubleFunction sine(double rate, double frequency) {
        return sample -> Math.sin(2 * Math.PI * frequency * sample / rate);
    }

    private static int samples(double rate) {
        return (int) (20 * rate);
    }
}
