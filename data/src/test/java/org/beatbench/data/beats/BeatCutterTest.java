package org.beatbench.data.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;

class BeatCutterTest {

    private final int[] ramp = ramp(4_000);

    @Test
    void endsAFifthOfTheNextIntervalAfterTheNextAnnotation() {
        Beats beats = cut(ramp, Annotation.of(30, "N"), Annotation.of(90, "+"), Annotation.of(129, "V"));
        // 90 + (int) (0.2 * 39) = 97, so samples 30, 33, ..., 96.
        assertThat(beats.size()).isEqualTo(1);
        assertThat(beats.beat(0).unpaddedLength()).isEqualTo(23);
        assertThat(beats.samples().at(0, 0)).isZero();
        assertThat(beats.samples().at(0, 11)).isEqualTo(0.5f);
        assertThat(beats.samples().at(0, 22)).isEqualTo(1);
        assertThat(beats.samples().at(0, 23)).isZero();
    }

    @Test
    void endsByTheNextBeatWhereThatIsTheRule() {
        Annotation[] marks = {
            Annotation.of(30, "N"),
            Annotation.of(38, ")"),
            Annotation.of(60, "t"),
            Annotation.of(90, "V"),
            Annotation.of(110, "+"),
            Annotation.of(140, "N"),
            Annotation.of(150, "~")
        };
        Beats beats = BeatCutter.of(BeatEnd.NEXT_BEAT, false).cut(recording(360, ramp, marks));
        // 90 + (int) (0.2 * 50) = 100, so samples 30, 33, ..., 99; and 140 + (int) (0.2 * 50) = 150.
        assertThat(beats.beats()).extracting(Beat::unpaddedLength).containsExactly(24, 20);
        assertThat(BeatCutter.of(BeatEnd.NEXT_BEAT, false).assumptions(recording(360, ramp, marks)))
                .contains("Annotations that do not mark beats play no part.");
        assertThat(cut(ramp, marks).beats()).extracting(Beat::unpaddedLength).containsExactly(4, 9, 4);
    }

    @Test
    void saysWhyThereIsNoBeat() {
        BeatCutter cutter = BeatCutter.of(BeatEnd.NEXT_BEAT, false);
        assertThat(cutter.withoutBeats(recording(360, ramp, Annotation.of(5, "~"))))
                .hasValue("It gives no beat: its annotations mark none.");
        assertThat(cutter.withoutBeats(recording(360, ramp, Annotation.of(5, "N"), Annotation.of(9, "~"))))
                .hasValue("It gives no beat: only its last annotation marks one.");
        assertThat(cutter.withoutBeats(recording(360, ramp))).hasValue("It gives no beat: it has no annotations.");
        int[] missing = new int[400];
        Arrays.fill(missing, Signal.MISSING);
        assertThat(cutter.withoutBeats(recording(360, missing, Annotation.of(5, "N"), Annotation.of(90, "N"))))
                .hasValue("It gives no beat: samples are missing in all that its annotations mark.");
        assertThat(cutter.withoutBeats(recording(360, ramp, Annotation.of(5, "N"), Annotation.of(90, "N"))))
                .isEmpty();
    }

    @Test
    void refusesARateThatIsTooLowToTellBeatsApart() {
        Recording recording = recording(49, ramp, Annotation.of(0, "N"), Annotation.of(50, "N"));
        assertThatThrownBy(() -> BeatCutter.of(BeatEnd.NEXT_BEAT, true).cut(recording))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("record r was recorded at 49 samples a second; below 50");
    }

    @Test
    void guessesTheNextIntervalWhereThereIsNone() {
        Beats beats = cut(ramp, Annotation.of(30, "N"), Annotation.of(90, "V"));
        // 90 + (int) (0.2 * 60) = 102, so 24 samples.
        assertThat(beats.beat(0).unpaddedLength()).isEqualTo(24);
    }

    @Test
    void stopsAtTheEndOfTheSignal() {
        Beats beats = cut(ramp(96), Annotation.of(30, "N"), Annotation.of(90, "V"));
        assertThat(beats.beat(0).unpaddedLength()).isEqualTo(22);
    }

    @Test
    void scalesOverTheWholePartBeforeItIsCut() {
        Beats beats = cut(ramp, Annotation.of(0, "N"), Annotation.of(1_000, "N"), Annotation.of(2_000, "N"));
        // 1,200 samples at 360 Hz are 400 at 120 Hz, of which 187 are kept: up to 186 of 399.
        assertThat(beats.beat(0).unpaddedLength()).isEqualTo(187);
        assertThat(beats.samples().at(0, 186)).isEqualTo((float) (186.0 / 399));
    }

    @Test
    void makesZerosOfAFlatOrEmptyPart() {
        Beats flat = cut(new int[500], Annotation.of(0, "N"), Annotation.of(100, "N"));
        assertThat(flat.samples().row(0)).containsOnly(0);
        Beats empty = cut(ramp, Annotation.of(10, "N"), Annotation.of(10, "+"), Annotation.of(12, "N"));
        assertThat(empty.beat(0).unpaddedLength()).isZero();
        assertThat(empty.samples().row(0)).containsOnly(0);
    }

    @Test
    void knowsTheDistanceToTheNeighbouringBeats() {
        Beats beats = cut(
                ramp,
                Annotation.of(0, "N"),
                Annotation.of(360, "V"),
                Annotation.of(400, "+"),
                Annotation.of(540, "A"),
                Annotation.of(600, "~"));
        assertThat(beats.beats())
                .extracting(Beat::symbol, Beat::label, Beat::position, Beat::rrBefore, Beat::rrAfter)
                .containsExactly(
                        tuple("N", 0, 0L, Double.NaN, 1.0),
                        tuple("V", 2, 360L, 1.0, 0.5),
                        tuple("A", 1, 540L, 0.5, Double.NaN));
        assertThat(beats.beat(0).subject()).isEqualTo("somebody");
        assertThat(beats.beat(0).record()).isEqualTo("r");
    }

    @Test
    void keepsEverySixthSampleAtTwiceTheRate() {
        Beats beats = BeatCutter.standard().cut(recording(720, ramp, Annotation.of(0, "N"), Annotation.of(600, "N")));
        assertThat(beats.beat(0).unpaddedLength()).isEqualTo(120);
        assertThat(beats.beat(0).rrAfter()).isEqualTo(600 / 720.0);
    }

    @Test
    void refusesAnotherRateUnlessItMayResample() {
        Recording recording = recording(250, ramp, Annotation.of(0, "N"), Annotation.of(250, "N"));
        assertThatThrownBy(() -> BeatCutter.standard().cut(recording))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("record r was recorded at 250 samples a second");
        Beats beats = BeatCutter.of(BeatEnd.NEXT_ANNOTATION, true).cut(recording);
        // A second and a fifth at 120 Hz.
        assertThat(beats.beat(0).unpaddedLength()).isEqualTo(144);
        assertThat(beats.beat(0).position()).isZero();
        assertThat(beats.beat(0).rrAfter()).isEqualTo(1);
        assertThat(BeatCutter.of(BeatEnd.NEXT_ANNOTATION, true).assumptions(recording))
                .anyMatch(sentence -> sentence.contains("recorded at 250") && sentence.contains("resampled to 360"));
    }

    @Test
    void leavesOutBeatsWithMissingSamplesAndSaysSo() {
        int[] samples = ramp.clone();
        samples[150] = Signal.MISSING;
        Recording recording =
                recording(360, samples, Annotation.of(0, "N"), Annotation.of(130, "V"), Annotation.of(300, "F"));
        // The second beat reaches over that sample, too, but keeps only every third from 130 on.
        assertThat(BeatCutter.standard().cut(recording).beats())
                .extracting(Beat::symbol)
                .containsExactly("V");
        assertThat(BeatCutter.standard().assumptions(recording))
                .contains("Beats left out because samples of theirs are missing: 1.");
    }

    @Test
    void turnsASignalOfNegativeGainOver() {
        Recording recording = new Recording(
                "r",
                "",
                360,
                List.of(Signal.of("II", "mV", -200, 0, ramp)),
                List.of(Annotation.of(0, "N"), Annotation.of(90, "N")),
                List.of());
        assertThat(BeatCutter.standard().cut(recording).samples().at(0, 0)).isEqualTo(1);
    }

    @Test
    void statesWhatItAssumes() {
        Recording recording = recording(360, ramp, Annotation.of(0, "N"), Annotation.of(90, "+"));
        assertThat(BeatCutter.standard().assumptions(recording))
                .contains(
                        "Signal 0 (II) of 1 is used; the others are not looked at.",
                        "Of 360 samples a second every third is kept, without a filter, which leaves 120.");
    }

    private static Beats cut(int[] samples, Annotation... annotations) {
        return BeatCutter.standard().cut(recording(360, samples, annotations));
    }

    private static Recording recording(double rate, int[] samples, Annotation... annotations) {
        return new Recording(
                "r",
                "somebody",
                rate,
                List.of(Signal.of("II", "mV", 200, 0, samples)),
                List.of(annotations),
                List.of());
    }

    private static int[] ramp(int size) {
        int[] ramp = new int[size];
        Arrays.setAll(ramp, i -> i);
        return ramp;
    }
}
