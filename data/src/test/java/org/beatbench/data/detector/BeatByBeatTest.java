package org.beatbench.data.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.BeatByBeat.Escapes;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;

/** At 100 samples a second; comparisons begin at sample 30,000. */
class BeatByBeatTest {

    private static final int START = 30_000;
    private static final int N = BeatClass.N.label();
    private static final int S = BeatClass.S.label();
    private static final int V = BeatClass.V.label();
    private static final int F = BeatClass.F.label();
    private static final int Q = BeatClass.Q.label();
    private static final int NONE = BeatByBeat.NONE;

    private final List<Annotation> reference = new ArrayList<>();
    private final List<Annotation> test = new ArrayList<>();

    private BeatByBeat compared(Escapes escapes) {
        Recording recording = new Recording(
                "r", "", 100, List.of(Signal.of("II", "mV", 200, 0, new int[40_000])), reference, List.of());
        return BeatByBeat.of(recording, test, escapes);
    }

    private BeatByBeat compared() {
        return compared(Escapes.NORMAL);
    }

    /** A beat of both, the second some samples later; a dash for none. */
    private void beat(int sample, String expected, String given, int later) {
        if (!expected.equals("-")) {
            reference.add(Annotation.of(START + sample, expected));
        }
        if (!given.equals("-")) {
            test.add(Annotation.of(START + sample + later, given));
        }
    }

    @Test
    void pairsWhatIsWithinTheWindow() {
        beat(100, "N", "N", 15);
        beat(200, "N", "V", -15);
        beat(300, "V", "N", 16);
        beat(400, "N", "-", 0);
        beat(500, "-", "S", 0);

        BeatByBeat beats = compared();

        assertThat(beats.count(N, N)).isEqualTo(1);
        assertThat(beats.count(N, V)).isEqualTo(1);
        assertThat(beats.count(V, NONE)).isEqualTo(1);
        assertThat(beats.count(NONE, N)).isEqualTo(1);
        assertThat(beats.count(N, NONE)).isEqualTo(1);
        assertThat(beats.count(NONE, S)).isEqualTo(1);
        assertThat(beats.sensitivity()).isEqualTo(new Share(2, 4));
        assertThat(beats.positivePredictiveValue()).isEqualTo(new Share(2, 4));
    }

    @Test
    void countsOneOfTwoInAWindow() {
        beat(100, "N", "N", 2);
        beat(106, "-", "V", 0);

        assertThat(compared().count(N, N)).isEqualTo(1);
        assertThat(compared().count(NONE, V)).isEqualTo(1);
    }

    @Test
    void beginsAtFiveMinutesAndLeavesFibrillationOut() {
        beat(-100, "V", "N", 0);
        beat(-2, "N", "N", 4);
        beat(100, "N", "N", 0);
        reference.add(Annotation.of(START + 200, "["));
        beat(250, "-", "V", 0);
        reference.add(Annotation.of(START + 300, "]"));
        beat(400, "V", "V", 0);

        BeatByBeat beats = compared();

        assertThat(beats.count(N, N)).isEqualTo(1);
        assertThat(beats.count(V, V)).isEqualTo(1);
        assertThat(beats.positivePredictiveValue()).isEqualTo(new Share(2, 2));
    }

    /** As {@code bxb} counts them. */
    @Test
    void countsAtFiveMinutesWhatIsOfLaterBeatsOnly() {
        // The mark of the first beat stands before the start.
        beat(3, "N", "N", -5);
        // One after the start that is nearer to no beat than the next one is; and one that is too late to be of an
        // earlier beat.
        beat(100, "V", "V", 2);

        assertThat(compared().count(N, N)).isEqualTo(1);
        assertThat(compared().count(NONE, N)).isZero();

        test.set(0, Annotation.of(START - 16, "N"));
        assertThat(compared().count(N, NONE)).isEqualTo(1);

        reference.remove(0);
        test.set(0, Annotation.of(START + 15, "N"));
        assertThat(compared().count(NONE, N)).isZero();
        test.set(0, Annotation.of(START + 16, "N"));
        assertThat(compared().count(NONE, N)).isEqualTo(1);

        test.clear();
        test.add(Annotation.of(START + 15, "N"));
        assertThat(compared().count(NONE, N)).isEqualTo(1);
        test.set(0, Annotation.of(START - 5, "N"));
        reference.set(0, Annotation.of(START + 5, "V"));
        assertThat(compared().count(V, N)).isEqualTo(1);
    }

    @Test
    void leavesOutWhatAnAnnotatorMarksWithinItsOwnFibrillation() {
        beat(100, "N", "N", 0);
        test.add(Annotation.of(START + 150, "["));
        beat(200, "V", "V", 0);
        test.add(Annotation.of(START + 250, "]"));
        beat(300, "N", "N", 0);
        reference.add(Annotation.of(START + 350, "["));
        beat(400, "N", "N", 0);
        beat(480, "V", "-", 0);

        BeatByBeat beats = compared();

        assertThat(beats.count(N, N)).isEqualTo(2);
        assertThat(beats.count(V, NONE)).isEqualTo(1);
        assertThat(beats.sensitivity()).isEqualTo(new Share(2, 3));
        assertThat(beats.positivePredictiveValue()).isEqualTo(new Share(2, 2));
    }

    @Test
    void leavesOpenWhatTheStandardLeavesOpen() {
        beat(100, "F", "V", 0);
        beat(200, "/", "V", 0);
        beat(300, "N", "V", 0);
        beat(400, "V", "V", 0);
        beat(500, "A", "A", 0);
        beat(600, "Q", "S", 0);
        beat(700, "F", "S", 0);
        beat(800, "V", "F", 0);

        BeatByBeat beats = compared();

        assertThat(beats.count(F, V) + beats.count(Q, V)).isEqualTo(2);
        assertThat(beats.positivePredictiveValue(BeatClass.V)).isEqualTo(new Share(1, 2));
        assertThat(beats.sensitivity(BeatClass.V)).isEqualTo(new Share(1, 2));
        assertThat(beats.falsePositiveRate(BeatClass.V)).isEqualTo(new Share(1, 4));
        assertThat(beats.positivePredictiveValue(BeatClass.S)).isEqualTo(new Share(1, 2));
    }

    @Test
    void putsEscapeBeatsWhereOneWants() {
        beat(100, "e", "N", 0);
        beat(200, "j", "S", 0);
        beat(300, "N", "N", 0);

        assertThat(compared().count(N, N)).isEqualTo(2);
        assertThat(compared().count(N, S)).isEqualTo(1);
        assertThat(compared(Escapes.SUPRAVENTRICULAR).count(S, N)).isEqualTo(1);
        assertThat(compared(Escapes.SUPRAVENTRICULAR).count(S, S)).isEqualTo(1);
    }

    @Test
    void addsUp() {
        beat(100, "N", "N", 0);
        BeatByBeat once = compared();

        assertThat(once.plus(once).count(N, N)).isEqualTo(2);
        assertThat(BeatByBeat.none().sensitivity().value()).isNaN();
        assertThat(once.sensitivity(BeatClass.N).value()).isCloseTo(1, within(0.0));
    }
}
