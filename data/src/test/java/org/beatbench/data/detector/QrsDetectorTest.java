package org.beatbench.data.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.Resampler;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.beatbench.data.synthetic.MadeEcg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrsDetectorTest {

    private static final int RATE = 360;
    private static final int SUBJECTS = 6;
    private static final double WINDOW = 0.05;

    @ParameterizedTest
    @ValueSource(ints = {100, 128, 250, 257, 360, 1000})
    void findsBeatsAtAnyRate(int rate) {
        DetectionCounts counts = DetectionCounts.NONE;
        for (int subject = 0; subject < SUBJECTS; subject++) {
            Recording made = MadeEcg.of(subject, 100);
            double[] samples = rate == RATE
                    ? samples(made)
                    : new Resampler(RATE, rate)
                            .apply(at -> made.signals().get(0).physical(at), made.size());
            counts = counts.plus(
                    counts(scaled(beats(made), rate / (double) RATE), detect(rate, samples), WINDOW * rate));
        }
        assertThat(counts.beats()).isGreaterThan(SUBJECTS * 95);
        assertThat(counts.f1()).as(counts.toString()).isGreaterThan(0.99);
    }

    @Test
    void takesAnInvertedLeadAndAnyUnitForTheSame() {
        Recording made = MadeEcg.of(1, 100);
        long[] found = detect(RATE, samples(made));
        assertThat(found).hasSizeGreaterThan(90);
        assertThat(detect(RATE, changed(samples(made), value -> -value))).isEqualTo(found);
        assertThat(detect(RATE, changed(samples(made), value -> 1024 * value))).isEqualTo(found);
    }

    @Test
    void tellsHowFarItIsAndStopsWhenAsked() {
        Recording made = MadeEcg.of(1, 200);
        List<Long> minutes = new ArrayList<>();
        QrsDetector.detect(made, (stage, done, total) -> minutes.add(done), Cancellation.NEVER);

        assertThat(minutes).hasSizeGreaterThan(2).startsWith(0L, 1L, 2L).isSorted();
        assertThatThrownBy(() -> QrsDetector.detect(made, Progress.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(detect(RATE, new double[60 * RATE])).isEmpty();
        assertThat(detect(RATE, new double[0])).isEmpty();
        assertThat(detect(RATE, new double[] {5})).isEmpty();
        assertThat(detect(RATE, filled(Double.NaN))).isEmpty();
        assertThat(detect(RATE, filled(Double.POSITIVE_INFINITY))).isEmpty();
        double[] noise = new double[60 * RATE];
        Arrays.setAll(noise, at -> random.nextGaussian());
        assertThat(detect(RATE, noise)).isEmpty();
    }

    @Test
    void findsThreeBeats() {
        double[] samples = new double[3 * RATE];
        long[] beats = {200, 500, 800};
        for (long beat : beats) {
            for (int at = 0; at < samples.length; at++) {
                samples[at] += StrictMath.exp(-StrictMath.pow((at - beat) / 6.0, 2));
            }
        }
        assertThat(detect(RATE, samples)).isEqualTo(beats);
    }

    @Test
    void livesThroughMissingSamplesWithoutMakingBeatsOfTheirEdges() {
        Recording made = MadeEcg.of(2, 100);
        double[] samples = samples(made);
        int from = 20 * RATE;
        int to = 27 * RATE;
        for (int at = 0; at < samples.length; at++) {
            // Another baseline behind the gap, as after an electrode was put on anew.
            samples[at] = at < from ? samples[at] : at < to ? Double.NaN : samples[at] + 50;
        }
        long[] found = detect(RATE, samples);
        assertThat(Arrays.stream(found).filter(at -> at >= from && at < to)).isEmpty();
        long[] left = Arrays.stream(beats(made))
                .filter(at -> at < from - RATE / 5 || at > to + RATE / 5)
                .toArray();
        DetectionCounts counts = counts(left, found, WINDOW * RATE);
        assertThat(counts.missed()).isLessThan(3);
        assertThat(counts.extra()).isLessThan(4);
    }

    @Test
    void livesThroughHugeSteps() {
        Recording made = MadeEcg.of(3, 100);
        double[] samples = samples(made);
        for (int at = 15 * RATE; at < samples.length; at++) {
            samples[at] += at < 40 * RATE ? 5_000 : -1_000_000;
        }
        DetectionCounts counts = counts(beats(made), detect(RATE, samples), WINDOW * RATE);
        assertThat(counts.missed()).as(counts.toString()).isLessThan(5);
        assertThat(counts.extra()).as(counts.toString()).isLessThan(5);
    }

    @Test
    void goesByTheOtherLeadWhereOneIsFlatOrLost() {
        Recording made = MadeEcg.of(4, 100);
        double[] good = samples(made);
        double[] flat = new double[good.length];
        double[] lost = changed(good, value -> -0.5 * value);
        Arrays.fill(lost, 30 * RATE, lost.length, Double.NaN);
        DetectionCounts counts = counts(beats(made), detect(RATE, flat, good, lost), WINDOW * RATE);
        assertThat(counts.f1()).as(counts.toString()).isGreaterThan(0.98);
        counts = counts(beats(made), detect(RATE, lost, good), WINDOW * RATE);
        assertThat(counts.f1()).as(counts.toString()).isGreaterThan(0.98);
    }

    @Test
    void tellsBeatsWhileSamplesStillCome() {
        Recording made = MadeEcg.of(5, 100);
        List<Long> found = new ArrayList<>();
        QrsDetector detector = new QrsDetector(RATE, 1, found::add);
        double[] samples = samples(made);
        int latest = 0;
        for (int at = 0; at < samples.length; at++) {
            detector.add(samples[at]);
            latest = found.isEmpty() ? latest : Math.max(latest, (int) (at - found.get(found.size() - 1)));
        }
        int before = found.size();
        assertThat(before).isPositive();
        assertThat(latest).isLessThan(32 * RATE);
        detector.finish();
        assertThat(found).hasSizeGreaterThan(before).isSorted().doesNotHaveDuplicates();
        assertThat(found.get(found.size() - 1)).isLessThan(samples.length);
    }

    @Test
    void refusesWhatItWasNotMadeFor() {
        assertThatThrownBy(() -> new QrsDetector(99, 1, at -> {})).hasMessageContaining("100.0 to 1000.0");
        assertThatThrownBy(() -> new QrsDetector(Double.NaN, 1, at -> {})).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new QrsDetector(360, 0, at -> {})).hasMessageContaining("at least 1: 0");
        assertThatThrownBy(() -> new QrsDetector(360, 2, at -> {}).add(1))
                .hasMessageContaining("1 samples for 2 leads");
    }

    private static DetectionCounts counts(long[] beats, long[] found, double window) {
        int pairs = Matching.of(beats, found, window).pairs();
        return new DetectionCounts(pairs, beats.length - pairs, found.length - pairs);
    }

    private static long[] detect(double rate, double[]... leads) {
        List<Long> found = new ArrayList<>();
        QrsDetector detector = new QrsDetector(rate, leads.length, found::add);
        for (int at = 0; at < leads[0].length; at++) {
            int place = at;
            detector.add(Arrays.stream(leads).mapToDouble(lead -> lead[place]).toArray());
        }
        detector.finish();
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private static double[] samples(Recording recording) {
        Signal signal = recording.signals().get(0);
        double[] samples = new double[signal.size()];
        Arrays.setAll(samples, signal::physical);
        return samples;
    }

    private static double[] changed(double[] samples, java.util.function.DoubleUnaryOperator change) {
        return DoubleStream.of(samples).map(change).toArray();
    }

    private static double[] filled(double value) {
        double[] samples = new double[10 * RATE];
        Arrays.fill(samples, value);
        return samples;
    }

    private static long[] beats(Recording recording) {
        return recording.annotations().stream()
                .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                .mapToLong(Annotation::sample)
                .toArray();
    }

    private static long[] scaled(long[] samples, double by) {
        return Arrays.stream(samples).map(at -> Math.round(at * by)).toArray();
    }
}
