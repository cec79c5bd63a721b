package org.beatbench.data.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.BeatByBeat.Escapes;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At 100 samples a second, a beat each second from 5:00 on; a letter is a beat, a dash none. */
class RunByRunTest {

    private static final int START = 30_000;
    private static final int SIZE = 60_000;

    private static RunByRun compared(List<Annotation> reference, List<Annotation> test) {
        Recording recording = new Recording(
                "r", "", 100, List.of(Signal.of("II", "mV", 200, 0, new int[SIZE])), reference, List.of());
        return RunByRun.of(recording, test, Escapes.NORMAL);
    }

    private static List<Annotation> marks(String beats) {
        List<Annotation> marks = new ArrayList<>();
        for (int i = 0; i < beats.length(); i++) {
            if (beats.charAt(i) != '-') {
                String symbol = beats.substring(i, i + 1);
                marks.add(new Annotation(START + 100L * i, symbol, symbol.equals("~") ? 0x30 : 0, 0, 0, ""));
            }
        }
        return marks;
    }

    /** By hand: found and all of the reference, right and all of the test, for couplets, short and long runs of a kind. */
    private static String counts(RunByRun runs, BeatClass kind) {
        List<String> counts = new ArrayList<>();
        for (RunLength length : RunLength.values()) {
            Share found = runs.sensitivity(kind, length);
            Share right = runs.positivePredictiveValue(kind, length);
            counts.add(found.part() + "/" + found.whole() + " " + right.part() + "/" + right.whole());
        }
        return String.join(", ", counts);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // no run at all
                "NNVNN   | NVNVN   | 0/0 0/0, 0/0 0/0, 0/0 0/0",
                "NNNNN   | NNNNN   | 0/0 0/0, 0/0 0/0, 0/0 0/0",
                "NVVNN   | NNNNN   | 0/1 0/0, 0/0 0/0, 0/0 0/0",
                "NNNNN   | NVVNN   | 0/0 0/1, 0/0 0/0, 0/0 0/0",
                // each of its own class
                "NVVN    | NVVN    | 1/1 1/1, 0/0 0/0, 0/0 0/0",
                "NVVVN   | NVVVN   | 0/0 0/0, 1/1 1/1, 0/0 0/0",
                "NVVVVVN | NVVVN-N | 0/0 0/0, 1/1 1/1, 0/0 0/0",
                "VVVVVV  | VVVVVVV | 0/0 0/0, 0/0 0/0, 1/1 1/1",
                // a couplet found as a run is found, and the run is false
                "NVVNN   | NVVVN   | 1/1 0/0, 0/0 0/1, 0/0 0/0",
                // a run found as a couplet is missed, and the couplet is right
                "NVVVN   | NVVNN   | 0/0 1/1, 0/1 0/0, 0/0 0/0",
                // a run cut in two: a long one is missed, and both parts are right
                "NVVVVVVN | NVVVNVVN | 0/0 1/1, 0/0 1/1, 0/1 0/0",
                // a beat that was missed within makes a run shorter and does not end it
                "NVVVN   | NV-VN   | 0/0 1/1, 0/1 0/0, 0/0 0/0",
                // fusions are ventricular, other beats are not
                "NVFVN   | NVVFN   | 0/0 0/0, 1/1 1/1, 0/0 0/0",
                "NVAVN   | NVVVN   | 0/0 0/0, 0/0 0/1, 0/0 0/0",
                "NVQVN   | NV/VN   | 0/0 0/0, 0/0 0/0, 0/0 0/0",
                // across a gap
                "NVV-----VN | NVV-----VN | 0/0 0/0, 1/1 1/1, 0/0 0/0",
                "NVV--~--VN | NVV-----VN | 1/1 0/0, 0/0 0/1, 0/0 0/0",
                // what the end of the recording ends
                "NNVV    | NNVV    | 1/1 1/1, 0/0 0/0, 0/0 0/0",
                // fibrillation is a long run, whatever is found in it
                "N[----]N | NVVVVVVN | 0/0 0/0, 0/0 0/0, 1/1 1/1",
                "N[---]N | NNVVN-N | 0/0 1/1, 0/0 0/0, 0/1 0/0",
                "NV[--]N | N-N--NN | 0/0 0/0, 0/0 0/0, 0/1 0/0",
            })
    void countsAsByHand(String reference, String test, String expected) {
        RunByRun runs = compared(marks(reference), marks(test));

        assertThat(counts(runs, BeatClass.V)).isEqualTo(expected);
        assertThat(counts(runs, BeatClass.S)).isEqualTo("0/0 0/0, 0/0 0/0, 0/0 0/0");
    }

    @Test
    void knowsSupraventricularRuns() {
        RunByRun runs = compared(marks("NAAJNAVAN[-]A"), marks("NSSSNAANNAAAA"));

        assertThat(counts(runs, BeatClass.S)).isEqualTo("0/0 0/1, 1/1 1/2, 0/0 0/0");
    }

    @Test
    void looksAHundredAndFiftyMillisecondsAround() {
        List<Annotation> reference = List.of(
                Annotation.of(START + 100, "V"), Annotation.of(START + 200, "V"), Annotation.of(START + 300, "N"));
        List<Annotation> near = List.of(Annotation.of(START + 85, "V"), Annotation.of(START + 215, "V"));
        List<Annotation> far = List.of(Annotation.of(START + 84, "V"), Annotation.of(START + 215, "V"));

        assertThat(counts(compared(reference, near), BeatClass.V)).isEqualTo("1/1 1/1, 0/0 0/0, 0/0 0/0");
        assertThat(counts(compared(reference, far), BeatClass.V)).isEqualTo("0/1 1/1, 0/0 0/0, 0/0 0/0");
    }

    @Test
    void looksAtEachRunByItself() {
        List<Annotation> quick = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            quick.add(Annotation.of(START + 100 + 14L * i, i == 2 ? "N" : "V"));
        }

        assertThat(counts(compared(quick, quick), BeatClass.V)).isEqualTo("2/2 2/2, 0/0 0/0, 0/0 0/0");
    }

    @Test
    void beginsAtFiveMinutes() {
        List<Annotation> early = List.of(
                Annotation.of(START - 200, "V"),
                Annotation.of(START - 100, "V"),
                Annotation.of(START, "V"),
                Annotation.of(START + 100, "V"),
                Annotation.of(START + 200, "N"));
        List<Annotation> whole = List.of(Annotation.of(START - 200, "["), Annotation.of(START + 100, "]"));

        assertThat(counts(compared(early, early), BeatClass.V)).isEqualTo("1/1 1/1, 0/0 0/0, 0/0 0/0");
        assertThat(counts(compared(whole, early), BeatClass.V)).isEqualTo("0/0 1/1, 0/0 0/0, 0/1 0/0");
        assertThat(counts(compared(List.of(whole.get(0)), List.of()), BeatClass.V))
                .isEqualTo("0/0 0/0, 0/0 0/0, 0/1 0/0");
    }

    @Test
    void addsUp() {
        RunByRun once = compared(marks("NVVN"), marks("NVVN"));

        assertThat(counts(once.plus(once), BeatClass.V)).isEqualTo("2/2 2/2, 0/0 0/0, 0/0 0/0");
        assertThat(RunByRun.none().sensitivity(BeatClass.V, RunLength.LONG).value())
                .isNaN();
    }
}
