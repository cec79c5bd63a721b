package org.beatbench.api.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class PerturbationTest {

    private static final double RATE = 360;
    private static final int MINUTE = 60 * 360;

    /** Something like an ECG: a spike a second, a slow wave, an offset. */
    private static double[] spikes(int size) {
        double[] signal = new double[size];
        Arrays.setAll(
                signal, i -> 0.7 + 1.2 * Math.exp(-Math.pow((i % 360 - 180) / 8.0, 2)) + 0.1 * Math.sin(i / 500.0));
        return signal;
    }

    private static double[] difference(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] - other[i])
                .toArray();
    }

    /** Mean of squares less square of mean: not the way in which the code computes it. */
    private static double variance(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(value -> value * value).average().orElseThrow() - mean * mean;
    }

    /** The part of a signal's power within a band, by its discrete Fourier transform. */
    private static double share(double[] signal, double from, double to) {
        double power = 0;
        for (int k = (int) Math.ceil(from * signal.length / RATE); k <= to * signal.length / RATE; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < signal.length; i++) {
                double angle = 2 * Math.PI * ((long) k * i % signal.length) / signal.length;
                real += signal[i] * Math.cos(angle);
                imaginary += signal[i] * Math.sin(angle);
            }
            power += 2 * (real * real + imaginary * imaginary) / signal.length / signal.length;
        }
        return power / variance(signal);
    }

    private static double[] noise(Noise noise, int size) {
        double[] silence = spikes(size);
        return difference(new AddedNoise(noise, 0).signal(silence, RATE, 7), silence);
    }

    @Property(tries = 60, seed = "1")
    void addsNoiseOfExactlyTheRatioItSays(
            @ForAll Noise noise, @ForAll @IntRange(min = -10, max = 40) int decibels, @ForAll long seed) {
        double[] signal = spikes(5_000);

        double[] added = difference(new AddedNoise(noise, decibels).signal(signal, RATE, seed), signal);

        assertThat(10 * Math.log10(variance(signal) / variance(added))).isCloseTo(decibels, within(1e-6));
    }

    @Test
    void wandersSlowly() {
        double[] wander = noise(Noise.BASELINE_WANDER, 10 * MINUTE);

        assertThat(share(wander, 0.04, 0.51)).isGreaterThan(0.98);
    }

    @Test
    void humsAsTheMainsDo() {
        double[] hum = noise(Noise.MAINS_HUM, MINUTE);

        assertThat(share(hum, 49.99, 50.01)).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(hum).map(Math::abs).max().orElseThrow())
                .as("a wave, all along the recording")
                .isCloseTo(Math.sqrt(2 * variance(hum)), withinPercentage(0.5));
    }

    @Test
    void makesMusclesNormalAndWhite() {
        double[] muscles = noise(Noise.MUSCLE_NOISE, 10 * MINUTE);
        double deviation = Math.sqrt(variance(muscles));
        double fourth = Arrays.stream(muscles)
                .map(value -> Math.pow(value / deviation, 4))
                .average()
                .orElseThrow();
        double neighbours = IntStream.range(1, muscles.length)
                .mapToDouble(i -> muscles[i] * muscles[i - 1] / deviation / deviation)
                .average()
                .orElseThrow();

        assertThat(fourth).as("kurtosis, 3 of the normal distribution").isBetween(2.8, 2.95);
        assertThat(neighbours).as("correlation of neighbours").isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(muscles)
                                .filter(value -> Math.abs(value) < deviation)
                                .count()
                        / (double) muscles.length)
                .isCloseTo(0.6827, within(0.01));
    }

    @Test
    void addsTheSameNoiseMoreOrLessStronglyButNotTwiceToDifferentRecordings() {
        double[] signal = spikes(2_000);
        double[] loud = difference(new AddedNoise(Noise.MUSCLE_NOISE, 0).signal(signal, RATE, 3), signal);
        double[] soft = difference(new AddedNoise(Noise.MUSCLE_NOISE, 20).signal(signal, RATE, 3), signal);

        assertThat(soft[17]).isCloseTo(loud[17] / 10, within(1e-9));
        long one = Perturbation.seed(1, "100");
        assertThat(LongStream.of(one, Perturbation.seed(1, "101"), Perturbation.seed(2, "100")))
                .doesNotHaveDuplicates();
        assertThat(Perturbation.seed(1, "100"))
                .as("on every machine and in every version")
                .isEqualTo(one);
        double[] other = difference(new AddedNoise(Noise.MUSCLE_NOISE, 0).signal(signal, RATE, 4), signal);
        double correlation = IntStream.range(0, other.length)
                        .mapToDouble(i -> other[i] * loud[i])
                        .average()
                        .orElseThrow()
                / variance(loud);
        assertThat(correlation).isCloseTo(0, within(0.1));
    }

    @Test
    void leavesMissingSamplesMissingAndSilenceSilent() {
        double[] signal = spikes(1_000);
        signal[10] = Double.NaN;
        for (Perturbation perturbation : List.of(
                new AddedNoise(Noise.BASELINE_WANDER, 0),
                new ChangedGain(2),
                new InvertedLead(),
                new DisplacedMarks(5))) {
            double[] worse = perturbation.signal(signal, RATE, 1);
            assertThat(worse[10]).as(perturbation.id()).isNaN();
            assertThat(Arrays.stream(worse).filter(Double::isNaN)).hasSize(1);
        }
        assertThat(new AddedNoise(Noise.MAINS_HUM, 0).signal(new double[50], RATE, 1))
                .containsOnly(0);
        assertThat(new AddedNoise(Noise.MAINS_HUM, 0).signal(new double[0], RATE, 1))
                .isEmpty();
        assertThat(new AddedNoise(Noise.MAINS_HUM, 0).signal(new double[] {Double.NaN}, RATE, 1))
                .containsExactly(Double.NaN);
    }

    @Test
    void cannotHumInRecordingsThatAreTooSlowForIt() {
        assertThatThrownBy(() -> new AddedNoise(Noise.MAINS_HUM, 0).signal(spikes(500), 100, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("100.0 samples a second");
    }

    @Test
    void amplifiesAndInverts() {
        assertThat(new ChangedGain(0.5).signal(new double[] {1, -2}, RATE, 1)).containsExactly(0.5, -1);
        assertThat(new InvertedLead().signal(new double[] {1, -2}, RATE, 1)).containsExactly(-1, 2);
        for (double factor : new double[] {0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new ChangedGain(factor)).hasMessageContaining("factor must be above 0 and not 1");
        }
    }

    @Property(tries = 200, seed = "1")
    void movesMarksNoFurtherThanItSays(
            @ForAll @IntRange(min = 1, max = 120) int milliseconds,
            @ForAll @IntRange(min = 1, max = 60) int marks,
            @ForAll @IntRange(min = 1, max = 400) int most,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] samples = new long[marks];
        for (int i = 1; i < marks; i++) {
            samples[i] = samples[i - 1] + random.nextInt(most);
        }
        int size = (int) samples[marks - 1] + 1;

        long[] moved = new DisplacedMarks(milliseconds).marks(samples, size, RATE, seed);

        for (int i = 0; i < marks; i++) {
            assertThat(moved[i]).isBetween(0L, size - 1L);
            assertThat(Math.abs(moved[i] - samples[i])).isLessThanOrEqualTo((long) Math.ceil(milliseconds * 0.36));
            if (i > 0) {
                assertThat(moved[i] - moved[i - 1]).isGreaterThanOrEqualTo(Math.min(1, samples[i] - samples[i - 1]));
            }
        }
    }

    @Test
    void movesMarksAsFarAsItSaysAndEitherWay() {
        long[] samples = LongStream.range(1, 2_000).map(i -> i * 300).toArray();

        long[] moved = new DisplacedMarks(80).marks(samples, 700_000, RATE, 5);

        long[] distances = IntStream.range(0, moved.length)
                .mapToLong(i -> moved[i] - samples[i])
                .toArray();
        assertThat(LongStream.of(distances).min().orElseThrow()).isBetween(-29L, -28L);
        assertThat(LongStream.of(distances).max().orElseThrow()).isBetween(28L, 29L);
        assertThat(LongStream.of(distances).average().orElseThrow()).isCloseTo(0, within(1.5));
    }

    @Test
    void isCalledByKindAndStrength() {
        assertThat(List.of(
                                new AddedNoise(Noise.BASELINE_WANDER, 6),
                                new ChangedGain(0.25),
                                new ChangedGain(4),
                                new InvertedLead(),
                                new DisplacedMarks(16))
                        .stream()
                        .map(Perturbation::id))
                .containsExactly(
                        "baseline-wander@6dB",
                        "low-gain@x0.25",
                        "high-gain@x4",
                        "inverted-lead",
                        "displaced-marks@16ms");
    }
}
