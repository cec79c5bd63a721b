package org.beatbench.data.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseLevelTest {

    private static final int BEATS = 60;
    private static final double INTERVAL = 0.8;

    /** Beats 200 counts high, with noise from the second third on to the last. */
    private static Recording recording(double rate, double noise, int gain, boolean isCut) {
        Random random = new Random(1);
        int size = (int) ((BEATS + 1) * INTERVAL * rate);
        int[] adc = new int[size];
        for (int i = 0; i < size; i++) {
            double time = i / rate;
            double since = time - INTERVAL * Math.round(time / INTERVAL);
            double value = 200 * Math.exp(-Math.pow(since / 0.02, 2)) + 30 * Math.sin(time);
            boolean isMiddle = time > INTERVAL * BEATS / 3 && time < 2 * INTERVAL * BEATS / 3;
            double disturbed = value + (isMiddle ? noise * random.nextGaussian() : 0);
            adc[i] = isCut && isMiddle ? Signal.MISSING : (int) Math.round(gain * disturbed);
        }
        List<Annotation> marks = IntStream.rangeClosed(1, BEATS)
                .mapToObj(beat -> Annotation.of(Math.round(beat * INTERVAL * rate), "N"))
                .toList();
        return new Recording("r", "", rate, List.of(Signal.of("II", "mV", 200, 0, adc)), marks, List.of());
    }

    private static void assertNoisyInTheMiddle(boolean[] noisy) {
        assertThat(noisy).hasSize(BEATS);
        for (int beat = 0; beat < BEATS; beat++) {
            // At the borders, the nine beats around lie on both sides.
            if (Math.abs(beat - BEATS / 3) > 5 && Math.abs(beat - 2 * BEATS / 3) > 5) {
                assertThat(noisy[beat]).as("beat %d", beat).isEqualTo(beat > BEATS / 3 && beat < 2 * BEATS / 3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {128, 250, 360, 500, 1_000})
    void findsNoiseAtAnyRate(double rate) {
        // Averaging at high rates takes some of a noise off that is equally strong at all frequencies.
        assertNoisyInTheMiddle(NoiseLevel.noisy(recording(rate, 20, 1, false)));
    }

    @Test
    void doesNotDependOnTheUnitOrTheSign() {
        assertThat(NoiseLevel.noisy(recording(360, 9, -50, false)))
                .isEqualTo(NoiseLevel.noisy(recording(360, 9, 50, false)));
    }

    @Test
    void aCleanSignalIsNotNoisy() {
        assertThat(NoiseLevel.noisy(recording(360, 0, 1, false))).doesNotContain(true);
    }

    @Test
    void whatIsMissingCannotBeTrusted() {
        assertNoisyInTheMiddle(NoiseLevel.noisy(recording(360, 0, 1, true)));
    }
}
