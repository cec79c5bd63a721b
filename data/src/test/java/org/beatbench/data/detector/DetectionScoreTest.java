package org.beatbench.data.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;

class DetectionScoreTest {

    private static final int RATE = 100;

    @Test
    void pairsEachBeatOnceAndTheNearerFirst() {
        assertThat(found(new long[] {100, 200}, new long[] {104, 195, 203}, 10)).containsExactly(0, 2);
        assertThat(found(new long[] {100, 110}, new long[] {108}, 10)).containsExactly(-1, 0);
        assertThat(found(new long[] {100, 110}, new long[] {106, 107}, 10)).containsExactly(0, 1);
        assertThat(found(new long[] {100, 110}, new long[] {95, 104}, 10)).containsExactly(1, -1);
        assertThat(found(new long[] {96, 160}, new long[] {128, 185}, 37)).containsExactly(0, 1);
        assertThat(found(new long[] {100, 120, 140}, new long[] {110, 131}, 10)).containsExactly(-1, 0, 1);
        assertThat(found(new long[] {100}, new long[] {89, 111}, 10)).containsExactly(-1);
        assertThat(found(new long[] {100}, new long[] {90}, 10)).containsExactly(0);
        assertThat(found(new long[] {}, new long[] {90}, 10)).isEmpty();
        assertThat(found(new long[] {5}, new long[] {}, 10)).containsExactly(-1);
    }

    /** Worked out by hand. */
    @Test
    void countsAsTheStandardDoesAndAllBeats() {
        Recording recording = recording(
                Annotation.of(1_000, "N"), // found, but too early for the standard
                Annotation.of(30_000, "N"), // found 12 samples late: not within 100 ms
                Annotation.of(30_100, "V"), // found 8 late: not within 50 ms
                Annotation.of(30_200, "N"), // missed
                Annotation.of(30_250, "+"),
                Annotation.of(30_300, "["),
                Annotation.of(30_500, "]"),
                Annotation.of(30_600, "N")); // found
        DetectionScore score = DetectionScore.of(recording, found(999, 2_000, 30_012, 30_108, 30_400, 30_601, 30_700));
        assertThat(score.standard()).isEqualTo(new DetectionCounts(3, 1, 1));
        assertThat(score.wide()).isEqualTo(new DetectionCounts(3, 2, 4));
        assertThat(score.narrow()).isEqualTo(new DetectionCounts(2, 3, 5));
        assertThat(score.inFibrillation()).isEqualTo(1);
        assertThat(score.offsets()).containsExactly(-0.01, 0.01, 0.08);
        assertThat(score.offset(0.5)).isEqualTo(0.01);
        assertThat(score.standard().sensitivity()).isEqualTo(0.75);
        assertThat(score.standard().positivePredictiveValue()).isEqualTo(0.75);
        assertThat(score.wide().f1()).isEqualTo(0.5);
        DetectionScore both = DetectionScore.gross(List.of(score, score));
        assertThat(both.standard()).isEqualTo(new DetectionCounts(6, 2, 2));
        assertThat(both.offsets()).hasSize(6);
    }

    @Test
    void saysNothingOfNoBeats() {
        DetectionScore score = DetectionScore.of(recording(), found());
        assertThat(score.standard().sensitivity()).isNaN();
        assertThat(score.wide().f1()).isNaN();
        assertThat(score.distance(0.5)).isNaN();
    }

    private static int[] found(long[] reference, long[] test, double window) {
        Matching matching = Matching.of(reference, test, window);
        int[] found = new int[reference.length];
        Arrays.setAll(found, matching::test);
        return found;
    }

    private static Recording recording(Annotation... annotations) {
        Signal signal = Signal.of("II", "mV", 200, 0, new int[31_000]);
        return new Recording("r", "", RATE, List.of(signal), List.of(annotations), List.of());
    }

    private static List<Annotation> found(long... samples) {
        return LongStream.of(samples)
                .mapToObj(sample -> Annotation.of(sample, "?"))
                .toList();
    }
}
