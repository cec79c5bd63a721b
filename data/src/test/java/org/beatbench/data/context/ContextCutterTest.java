package org.beatbench.data.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.perturbation.InvertedLead;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;

class ContextCutterTest {

    private static final int BEATS = 80;

    /** A sinus rhythm of which every fifth beat is premature, wide and followed by a pause. */
    private final Recording recording = recording(2);

    @Test
    void givesTheFeaturesOfASecondImplementation() {
        // Computed from the same samples by an independent program (numpy), rhythm and shape of beats 4, 40 and 54.
        float[][] expected = {
            {
                -0.50088f,
                -0.12272f,
                -0.37816f,
                -0.09696f,
                0.23948f,
                0.20000f,
                0.14575f,
                -0.41218f,
                0.23445f,
                -0.64663f,
                -0.12618f,
                0.72569f,
                -0.57834f,
                -0.89529f,
                0.40255f,
                1.46930f,
                1.39302f,
                0.10617f,
                0.34979f,
                0.73671f,
                1.51779f,
                4.56096f,
                -0.14258f,
                0.15372f,
                0.16094f,
                1.58298f,
                -0.00215f,
                20.00000f,
                3.33333f,
                2.66667f,
                -13.24688f,
                -15f,
                -15f,
                -15f,
                15f,
                14.53549f,
                15f,
                15f,
                15f,
                15f,
                15f,
                -15f,
                5.16372f,
                2.03849f
            },
            {
                0.13742f, -0.50921f, 0.64663f, -0.08863f, 0.24623f, 0.19512f, -0.11050f, 0.23361f, -0.01430f, 0.24792f,
                0.02112f, 0.99891f, 0.98921f, 0.99411f, 0.99783f, 1.01052f, 0.04731f, 0.00836f, 0.01486f, 0.03113f,
                0.00947f, 0.75344f, 0.06078f, 0.12178f, 0.14120f, 0.99213f, -0.03948f, 6f, 1f, 1f, 0.59011f, -0.13357f,
                0.25204f, 0.53887f, 0.59273f, -1.33620f, -0.68980f, -0.80875f, -0.16777f, 0f, 0.16019f, 0.84608f,
                -2.81414f, -0.02998f
            },
            {
                -0.50971f,
                -0.13502f,
                -0.37469f,
                -0.08812f,
                0.24623f,
                0.21951f,
                0.13691f,
                -0.41301f,
                0.23361f,
                -0.64663f,
                -0.13502f,
                0.72856f,
                -0.48811f,
                -0.83740f,
                0.43857f,
                1.48619f,
                1.39728f,
                0.10754f,
                0.31848f,
                0.69207f,
                1.44086f,
                4.19881f,
                -0.11355f,
                0.19335f,
                0.10908f,
                1.54363f,
                -0.03469f,
                20f,
                3.33333f,
                2.66667f,
                -13.10146f,
                -15f,
                -15f,
                -15f,
                15f,
                14.58568f,
                15f,
                15f,
                15f,
                15f,
                15f,
                -14.14368f,
                15f,
                -3.39498f
            }
        };
        Beats beats = cutter(Surroundings.ONE_LEAD).cut(recording);
        int start = beats.form().startOfFeatures();
        int[] rows = {4, 40, 54};
        for (int i = 0; i < rows.length; i++) {
            float[] row = beats.samples().row(rows[i]);
            for (int k = 0; k < expected[i].length; k++) {
                assertThat(row[start + k])
                        .as(
                                "beat %d, %s",
                                rows[i], beats.form().features().get(k).name())
                        .isCloseTo(expected[i][k], within(1e-3f));
            }
        }
    }

    @Test
    void givesTheSameBeatsInEveryForm() {
        List<Beat> rows = cutter(Surroundings.KAGGLE).cut(recording).beats();
        for (Surroundings form : Surroundings.values()) {
            Beats beats = cutter(form).cut(recording);
            assertThat(beats.beats())
                    .as(form.name())
                    .extracting(Beat::position, Beat::label, Beat::subject, Beat::rrBefore)
                    .containsExactlyElementsOf(rows.stream()
                            .map(beat -> tuple(beat.position(), beat.label(), beat.subject(), beat.rrBefore()))
                            .toList());
            assertThat(allFinite(beats)).as(form.name()).isTrue();
        }
    }

    @Test
    void beginsWithThePublishedRowWhereTheFormSaysSo() {
        Beats rows = cutter(Surroundings.KAGGLE).cut(recording);
        Beats beats = cutter(Surroundings.RHYTHM).cut(recording);

        assertThat(Arrays.copyOf(beats.samples().row(7), BeatCutter.LENGTH))
                .isEqualTo(rows.samples().row(7));
        assertThat(beats.form().features()).hasSize(11);
    }

    @Test
    void cutsSomeAtATimeAsAllAtOnce() {
        int[] gap = samples(0);
        Arrays.fill(gap, 4000, 4400, Signal.MISSING);
        Recording holed = new Recording(
                "made", "", 360, List.of(lead(gap), lead(samples(1))), recording.annotations(), List.of());
        for (Surroundings form : Surroundings.values()) {
            Beats whole = cutter(form).cut(holed);
            ContextCuts cuts = cutter(form).open(holed);
            List<Beats> parts = new ArrayList<>();
            for (int from = 0; from < cuts.size(); from += 7) {
                parts.add(cuts.cut(from, Math.min(from + 7, cuts.size())));
            }

            assertThat(whole.size()).as(form.name()).isPositive().isLessThan(cuts.size());
            assertThat(cutter(form).together(parts)).as(form.name()).isEqualTo(whole);
            assertThat(cuts.form()).isEqualTo(whole.form());
        }
    }

    @Test
    void usesNoLabel() {
        List<Annotation> permuted = recording.annotations().stream()
                .map(mark -> Annotation.of(mark.sample(), mark.symbol().equals("N") ? "V" : "A"))
                .toList();
        for (Surroundings form : Surroundings.values()) {
            assertThat(cutter(form).cut(with(recording, permuted)).samples())
                    .as(form.name())
                    .isEqualTo(cutter(form).cut(recording).samples());
        }
    }

    @Test
    void causalFormKnowsNothingOfWhatComesLater() {
        int beats = 50;
        long end = recording.annotations().get(beats).sample();
        int second = 360;
        int[] signal = samples(0);
        Arrays.fill(signal, (int) end + second, signal.length, 0);
        List<Annotation> moved = new ArrayList<>(recording.annotations().subList(0, beats + 1));
        moved.add(Annotation.of(end + 100, "V"));
        Recording other = new Recording("made", "", 360, List.of(lead(signal), lead(signal)), moved, List.of());

        Beats whole = cutter(Surroundings.CONTEXT_CAUSAL).cut(recording);
        Beats cut = cutter(Surroundings.CONTEXT_CAUSAL).cut(other);
        assertThat(whole.form().causal()).isTrue();
        for (int row = 0; row <= beats; row++) {
            for (int k = 0; k < whole.length(); k++) {
                assertThat(cut.samples().at(row, k))
                        .as("beat %d, column %d", row, k)
                        .isCloseTo(whole.samples().at(row, k), within(1e-6f));
            }
        }
        assertThat(cutter(Surroundings.CONTEXT).cut(other).samples().row(20))
                .as("the other form looks ahead")
                .isNotEqualTo(
                        cutter(Surroundings.CONTEXT).cut(recording).samples().row(20));
    }

    @Test
    void takesOneLeadWhereThereIsOne() {
        ContextCutter cutter = cutter(Surroundings.CONTEXT);
        Beats two = cutter.cut(recording);
        Beats one = cutter.cut(recording(1));
        Form form = two.form();

        assertThat(form.channels())
                .extracting(Input::name)
                .containsExactly("lead-1", "lead-1-change", "lead-2", "lead-2-change");
        assertThat(one.form().channels()).hasSize(2);
        Beats together = cutter.together(List.of(two, one));
        assertThat(together.form()).isEqualTo(one.form());
        assertThat(together.samples().row(3)).isEqualTo(together.samples().row(3 + two.size()));
    }

    @Test
    void cutsDisturbedRecordings() {
        ContextCutter cutter = cutter(Surroundings.ONE_LEAD);
        Beats beats = cutter.cut(recording);
        Beats worse = cutter.disturbed(recording, beats, List.of(new InvertedLead()), 1)
                .get(0);

        assertThat(worse.form()).isEqualTo(beats.form());
        assertThat(worse.samples().at(9, Windows.BEFORE))
                .isCloseTo(-beats.samples().at(9, Windows.BEFORE), within(0.05f));
    }

    @Test
    void lateReferenceStandsWherePrematureBeatsAreTheMajority() {
        // Two of three beats are premature by a third: the median interval is theirs.
        List<Annotation> marks = new ArrayList<>();
        int[] intervals = {300, 200, 200};
        int at = 360;
        for (int i = 0; i < 200; i++) {
            marks.add(Annotation.of(at, i % 3 == 1 ? "N" : "A"));
            at += intervals[i % 3];
        }
        Recording bigeminy = new Recording("made", "", 360, List.of(lead(new int[at + 360])), marks, List.of());
        int before = 0;
        for (Reference reference : Reference.values()) {
            Beats beats = new ContextCutter(BeatCutter.standard(), Surroundings.RHYTHM, reference).cut(bigeminy);
            int column = beats.form().startOfFeatures() + before;
            double premature = beats.samples().at(101, column);
            double normal = beats.samples().at(100, column);
            if (reference == Reference.LATE) {
                assertThat(Math.abs(normal)).as("a normal beat is in time").isLessThan(0.2);
                assertThat(premature).as("a premature one early").isLessThan(-0.2);
            } else {
                assertThat(premature)
                        .as("by the median, the premature beat is in time")
                        .isCloseTo(0, within(0.05));
            }
        }
    }

    @Test
    void saysOfABeatOnlyWhatIsTrueOfItsForm() {
        assertThat(String.join(" ", cutter(Surroundings.CONTEXT).assumptions(recording)))
                .contains("4 channels", "designed with knowledge")
                .doesNotContain("not looked at", "scaled by itself");
        assertThat(String.join(" ", cutter(Surroundings.RHYTHM).assumptions(recording)))
                .contains("scaled by itself", "beginning with that row");
        assertThat(cutter(Surroundings.KAGGLE).assumptions(recording))
                .isEqualTo(BeatCutter.standard().assumptions(recording));
    }

    private static ContextCutter cutter(Surroundings form) {
        return new ContextCutter(BeatCutter.standard(), form, Reference.LATE);
    }

    private static boolean allFinite(Beats beats) {
        float[] values = beats.samples().toArray();
        return IntStream.range(0, values.length).allMatch(i -> Float.isFinite(values[i]));
    }

    private static Recording with(Recording recording, List<Annotation> annotations) {
        return new Recording("made", "", 360, recording.signals(), annotations, List.of());
    }

    private static Signal lead(int[] samples) {
        return Signal.of("MLII", "mV", 200, 1_024, samples);
    }

    private static List<Annotation> marks() {
        List<Annotation> marks = new ArrayList<>();
        int at = 360;
        for (int i = 0; i < BEATS; i++) {
            marks.add(Annotation.of(at, i % 5 == 4 ? "V" : "N"));
            at += switch (i % 5) {
                case 3 -> 198;
                case 4 -> 378;
                default -> 288 + i * 7 % 13;
            };
        }
        return marks;
    }

    private static int[] samples(int lead) {
        List<Annotation> marks = marks();
        int size = (int) marks.get(BEATS - 1).sample() + 720 + (BEATS - 1) % 5 / 4 * 18;
        int[] samples = new int[size];
        for (int k = 0; k < size; k++) {
            double millivolts = 0.2 * Math.sin(2 * Math.PI * 0.3 * k / 360.0);
            for (int i = 0; i < BEATS; i++) {
                double d = (k - marks.get(i).sample()) / 360.0;
                if (Math.abs(d) < 1) {
                    millivolts += marks.get(i).symbol().equals("V")
                            ? 1.5 * wave(d, 0, 0.05) - 0.5 * wave(d, 0.28, 0.06)
                            : wave(d, 0, 0.015)
                                    + 0.15 * wave(d, -0.16, 0.03)
                                    + 0.3 * wave(d, 0.26, 0.05) * (1 + 0.02 * (i % 7));
                }
            }
            samples[k] = (int) Math.rint(1_024 + 200 * millivolts) + lead;
        }
        return samples;
    }

    private static double wave(double seconds, double at, double width) {
        double z = (seconds - at) / width;
        return Math.exp(-z * z);
    }

    private static Recording recording(int leads) {
        return new Recording(
                "made",
                "",
                360,
                IntStream.range(0, leads).mapToObj(lead -> lead(samples(lead))).toList(),
                marks(),
                List.of());
    }
}
