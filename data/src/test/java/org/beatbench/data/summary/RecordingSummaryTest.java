package org.beatbench.data.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;

class RecordingSummaryTest {

    /** Beats a second apart, a letter each; a dot is a beat without an answer. */
    private static BeatSequence beats(String letters) {
        List<Double> times = new ArrayList<>();
        List<Optional<BeatClass>> classes = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            times.add(i + 0.5);
            classes.add(letters.charAt(i) == '.' ? Optional.empty() : BeatClass.of(letters.substring(i, i + 1)));
        }
        return new BeatSequence(
                letters.length() + 1, times, classes, Collections.nCopies(Math.max(0, letters.length() - 1), true));
    }

    private static Map<String, Double> of(BeatSequence beats) {
        return RecordingSummary.of(beats).stream().collect(Collectors.toMap(Figure::id, Figure::value));
    }

    @Test
    void countsSequences() {
        Map<String, Double> figures = of(beats("NVNVVNVVVNVVVVVVVNSSN.V"));

        assertThat(figures)
                .containsEntry("v-isolated", 2.0)
                .containsEntry("v-couplets", 1.0)
                .containsEntry("v-runs-short", 1.0)
                .containsEntry("v-runs-long", 1.0)
                .containsEntry("v-run-longest", 7.0)
                .containsEntry("s-couplets", 1.0)
                .containsEntry("s-isolated", 0.0)
                .containsEntry("beats", 23.0)
                .containsEntry("beats-v", 14.0);
        assertThat(figures.get("burden-v")).isCloseTo(100.0 * 14 / 22, within(1e-9));
    }

    @Test
    void findsWhatItCounts() {
        BeatSequence beats = beats("NVNVVNVVVNVVVVVVVNSSN.V");

        assertThat(RecordingSummary.episodes(beats))
                .containsExactly(
                        new Episode("V couplet", false, 3, 2, 1),
                        new Episode("V run", false, 6, 3, 2),
                        new Episode("V run", false, 10, 7, 6),
                        new Episode("S couplet", false, 18, 2, 1));
        BeatSequence slow = new BeatSequence(
                20,
                List.of(1.0, 3.0, 6.0, 12.0, 13.0),
                Collections.nCopies(5, Optional.of(BeatClass.N)),
                List.of(true, true, false, true));
        assertThat(RecordingSummary.episodes(slow))
                .as("an interruption of the signal is no pause")
                .containsExactly(
                        new Episode("pause ≥ 2.0 s", true, 0, 2, 2), new Episode("pause ≥ 3.0 s", true, 1, 2, 3));
    }

    @Test
    void knowsBeatsThatComeBackInRhythm() {
        assertThat(of(beats("NVNVNVNNNVNVN"))).containsEntry("v-bigeminy", 1.0).containsEntry("v-trigeminy", 0.0);
        assertThat(of(beats("NNVNNVNNVNNVN"))).containsEntry("v-bigeminy", 0.0).containsEntry("v-trigeminy", 1.0);
        assertThat(of(beats("NVNVNNVNV"))).containsEntry("v-bigeminy", 0.0);
        assertThat(of(beats("VNV.VNV"))).containsEntry("v-bigeminy", 0.0);
    }

    @Test
    void measuresRatesAndPauses() {
        List<Double> times = List.of(0.0, 1.0, 2.0, 4.0, 7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5);
        List<Optional<BeatClass>> classes = Collections.nCopies(times.size(), Optional.of(BeatClass.N));
        Map<String, Double> figures = of(new BeatSequence(12, times, classes, Collections.nCopies(12, true)));

        assertThat(figures)
                .containsEntry("pauses-2s", 2.0)
                .containsEntry("pauses-3s", 1.0)
                .containsEntry("rr-longest", 3.5)
                .containsEntry("analysed", 11.5)
                .containsEntry("rate-highest", 120.0);
        assertThat(figures.get("rate-mean")).isCloseTo(60 * 12 / 11.5, within(1e-9));
        assertThat(figures.get("rate-lowest")).isCloseTo(60 * 8 / 9.5, within(1e-9));
    }

    /** Intervals 800, 900, 850 and, beyond an S, 700 ms; by hand. */
    @Test
    void measuresVariabilityBetweenNormalBeatsAlone() {
        List<Double> times = List.of(0.0, 0.8, 1.7, 2.55, 3.0, 4.0, 4.7);
        List<Optional<BeatClass>> classes = List.of(
                Optional.of(BeatClass.N),
                Optional.of(BeatClass.N),
                Optional.of(BeatClass.N),
                Optional.of(BeatClass.N),
                Optional.of(BeatClass.S),
                Optional.of(BeatClass.N),
                Optional.of(BeatClass.N));
        Map<String, Double> figures = of(new BeatSequence(5, times, classes, Collections.nCopies(6, true)));

        assertThat(figures.get("nn-mean")).isCloseTo(812.5, within(1e-6));
        assertThat(figures.get("nn-sd")).isCloseTo(85.39, within(0.01));
        assertThat(figures.get("nn-rmssd")).isCloseTo(Math.sqrt((100 * 100 + 50 * 50) / 2.0), within(1e-6));
        assertThat(figures.get("nn-50")).isCloseTo(50, within(1e-6));
    }

    @Test
    void leavesOutWhereTheSignalSaysNothing() {
        int[] samples = new int[2_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i > 700 && i < 1_000 ? 3 : i % 2;
        }
        samples[1_500] = Signal.MISSING;
        List<Annotation> marks = List.of(
                Annotation.of(100, "N"),
                Annotation.of(200, "N"),
                Annotation.of(650, "+"),
                Annotation.of(1_100, "N"),
                Annotation.of(1_200, "N"),
                Annotation.of(1_600, "V"));
        Recording recording =
                new Recording("r", "", 100, List.of(Signal.of("II", "mV", 200, 0, samples)), marks, List.of());

        BeatSequence sequence = BeatSequence.marked(recording);

        assertThat(sequence.unbroken()).containsExactly(true, false, true, false);
        assertThat(of(sequence)).containsEntry("analysed", 2.0).containsEntry("pauses-3s", 0.0);
    }

    @Test
    void saysNothingOfNothing() {
        Map<String, Double> figures = of(beats(""));

        assertThat(figures).containsEntry("beats", 0.0).containsEntry("rate-mean", Double.NaN);
        assertThat(figures.get("burden-v")).isNaN();
        assertThat(figures.get("nn-mean")).isNaN();
    }
}
