package org.beatbench.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VirtualSubjectTest {

    private static final SyntheticSettings SETTINGS = SyntheticSettings.of(24, 210, 0.02, 1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 23})
    void hasPeaksOfHalfToTwoAndAHalfMillivolts(int subject) {
        Recording recording = VirtualSubject.recording(subject, SETTINGS);
        Signal signal = recording.signals().get(0);
        double level = median(
                IntStream.range(0, signal.size()).mapToDouble(signal::physical).toArray());

        double peak = median(recording.annotations().stream()
                .filter(annotation -> annotation.symbol().matches("[NLR]"))
                .mapToDouble(annotation -> peak(signal, (int) annotation.sample()) - level)
                .toArray());

        assertThat(peak).isBetween(0.5, 2.5);
        assertThat(IntStream.range(0, signal.size()).map(signal::adc)).allMatch(value -> value > 0 && value < 2047);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 23})
    void beatsAtARestingRate(int subject) {
        Recording recording = VirtualSubject.recording(subject, SETTINGS);

        assertThat(recording.annotations()).hasSize(212);
        assertThat(recording.seconds() / 211).isBetween(0.6, 1.1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8})
    void hasItsPowerWhereAnEcgHasIt(int subject) {
        Signal signal = VirtualSubject.recording(subject, SETTINGS).signals().get(0);

        double qrs = power(signal, 3, 25);
        double muscle = power(signal, 60, 175);
        double drift = power(signal, 0.02, 0.4);

        // The drift of a restless subject can exceed low R waves, as on any long recording.
        assertThat(qrs).isGreaterThan(20 * muscle).isGreaterThan(drift / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7})
    void hasASpikeBeforePacedBeats(int subject) {
        Recording recording = VirtualSubject.recording(subject, SETTINGS);
        Signal signal = recording.signals().get(0);

        double spike = median(recording.annotations().stream()
                .filter(annotation -> annotation.symbol().equals("/"))
                .mapToDouble(
                        annotation -> steepest(signal, (int) annotation.sample() - 29, (int) annotation.sample() - 14))
                .toArray());
        double other = median(recording.annotations().stream()
                .map(Annotation::sample)
                .mapToDouble(sample -> steepest(signal, (int) (sample + 180), (int) (sample + 195)))
                .toArray());

        assertThat(spike).isGreaterThan(2 * other);
    }

    private static double peak(Signal signal, int sample) {
        return IntStream.range(sample - 8, sample + 9)
                .mapToDouble(signal::physical)
                .max()
                .orElseThrow();
    }

    private static double steepest(Signal signal, int from, int to) {
        return IntStream.range(from, Math.min(to, signal.size() - 1))
                .mapToDouble(i -> Math.abs(signal.physical(i + 1) - signal.physical(i)))
                .max()
                .orElse(0);
    }

    /** The power of the first minute in a band of frequencies, by a plain Fourier sum on a coarse grid. */
    private static double power(Signal signal, double from, double to) {
        int size = 60 * Recorder.RATE;
        int lines = 100;
        double sum = 0;
        for (int line = 0; line < lines; line++) {
            double omega = 2 * Math.PI * (from + (to - from) * (line + 0.5) / lines) / Recorder.RATE;
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < size; i++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
                real += hann * signal.physical(i) * Math.cos(omega * i);
                imaginary += hann * signal.physical(i) * Math.sin(omega * i);
            }
            sum += (real * real + imaginary * imaginary) * (to - from) / lines;
        }
        return sum;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
