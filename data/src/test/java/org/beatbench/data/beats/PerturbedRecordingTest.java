package org.beatbench.data.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.AddedNoise;
import org.beatbench.api.perturbation.ChangedGain;
import org.beatbench.api.perturbation.DisplacedMarks;
import org.beatbench.api.perturbation.InvertedLead;
import org.beatbench.api.perturbation.Noise;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;

class PerturbedRecordingTest {

    private static final int BEATS = 12;
    private static final int INTERVAL = 300;
    private static final BeatCutter CUTTER = BeatCutter.standard();

    /** Spikes of 1.5 mV at the marks of beats, and a mark of rhythm among them. */
    private static Recording recording(int... missing) {
        int[] adc = IntStream.range(0, (BEATS + 2) * INTERVAL)
                .map(i -> 1_024 + (int) (300 * Math.exp(-Math.pow((i % INTERVAL - 100) / 20.0, 2))) + i % 7)
                .toArray();
        for (int sample : missing) {
            adc[sample] = Signal.MISSING;
        }
        List<Annotation> marks = new ArrayList<>();
        marks.add(Annotation.of(40, "+"));
        for (int beat = 0; beat < BEATS; beat++) {
            marks.add(Annotation.of(beat * INTERVAL + 100, beat % 3 == 2 ? "V" : "N"));
        }
        return new Recording(
                "r",
                "somebody",
                360,
                List.of(Signal.of("II", "mV", 200, 1_024, adc).by(new Converter(0, 2_047))),
                marks,
                List.of());
    }

    private static Beats disturbed(Recording recording, Beats chosen, Perturbation perturbation) {
        return CUTTER.disturbed(recording, chosen, List.of(perturbation), 1).get(0);
    }

    @Test
    void givesTheBeatsThatWereChosenInTheirOrder() {
        Beats all = CUTTER.cut(recording());
        Beats chosen = all.select(Selection.of(7, 2, 2, 9));

        Beats disturbed = disturbed(recording(), chosen, new AddedNoise(Noise.MUSCLE_NOISE, 400));

        assertThat(all.size()).isEqualTo(BEATS - 1);
        assertThat(disturbed).as("noise below the last step of the converter").isEqualTo(chosen);
    }

    @Test
    void isBlindToAGainThatFitsTheConverter() {
        Beats chosen = CUTTER.cut(recording());

        assertThat(disturbed(recording(), chosen, new ChangedGain(2)))
                .as("each beat is scaled by itself, and 3 mV can be written")
                .isEqualTo(chosen);
        float[] rounded =
                disturbed(recording(), chosen, new ChangedGain(0.25)).samples().row(0);
        assertThat(rounded).isNotEqualTo(chosen.samples().row(0));
        assertThat(IntStream.range(0, rounded.length)
                        .mapToDouble(i -> rounded[i])
                        .distinct()
                        .count())
                .as("fewer steps")
                .isLessThan(IntStream.range(0, rounded.length)
                        .mapToDouble(i -> chosen.samples().at(0, i))
                        .distinct()
                        .count());
    }

    @Test
    void cutsOffPeaksThatAreTooHighForTheConverter() {
        Beats chosen = CUTTER.cut(recording());

        float[] cutOff =
                disturbed(recording(), chosen, new ChangedGain(4)).samples().row(0);

        assertThat(IntStream.range(0, cutOff.length).filter(i -> cutOff[i] == 1))
                .as("samples at the upper end")
                .hasSizeGreaterThan(IntStream.range(0, cutOff.length)
                                .map(i -> chosen.samples().at(0, i) == 1 ? 1 : 0)
                                .sum()
                        + 2);
    }

    @Test
    void invertsALead() {
        Beats chosen = CUTTER.cut(recording());
        Beats inverted = disturbed(recording(), chosen, new InvertedLead());

        int length = chosen.beat(3).unpaddedLength();
        for (int i = 0; i < length; i++) {
            assertThat(inverted.samples().at(3, i))
                    .isCloseTo(1 - chosen.samples().at(3, i), within(1e-6f));
        }
        assertThat(inverted.beats()).isEqualTo(chosen.beats());
    }

    @Test
    void cutsWhereDisplacedMarksAre() {
        Beats chosen = CUTTER.cut(recording());
        Beats displaced = disturbed(recording(), chosen, new DisplacedMarks(80));

        assertThat(displaced.beats()).extracting(Beat::position).isEqualTo(positions(chosen));
        assertThat(displaced.beats().stream().mapToDouble(Beat::rrAfter).distinct())
                .hasSizeGreaterThan(BEATS / 2);
        assertThat(displaced.beats()).allSatisfy(beat -> {
            assertThat(beat.unpaddedLength()).isBetween(95, 145);
            assertThat(beat.rrAfter() * 360).isBetween(INTERVAL - 59.0, INTERVAL + 59.0);
        });
        assertThat(CUTTER.cut(recording()).beat(4).rrAfter() * 360).isEqualTo(INTERVAL);
    }

    private static List<Long> positions(Beats beats) {
        return beats.beats().stream().map(Beat::position).toList();
    }

    @Test
    void doesNotDisplaceABeatIntoMissingSamples() {
        // Every third sample from the mark on is kept: none of these in any beat, until it is displaced.
        int[] missing = IntStream.rangeClosed(0, (BEATS + 1) * INTERVAL / 3)
                .map(i -> 3 * i)
                .toArray();
        Recording holes = recording(missing);
        Beats chosen = CUTTER.cut(holes);
        Beats displaced = disturbed(holes, chosen, new DisplacedMarks(40));

        assertThat(chosen.size()).isEqualTo(BEATS - 1);
        assertThat(displaced.beats()).extracting(Beat::position).isEqualTo(positions(chosen));
        List<Integer> stayed = IntStream.range(0, chosen.size())
                .filter(row -> chosen.select(Selection.of(row)).equals(displaced.select(Selection.of(row))))
                .boxed()
                .toList();
        assertThat(stayed).isNotEmpty().hasSizeLessThan(BEATS - 1);
    }

    @Test
    void saysWhichBeatIsNotThereAnyMore() {
        Beats chosen = Beats.builder(BeatClass.names(), BeatCutter.LENGTH)
                .add(new float[BeatCutter.LENGTH], new Beat(0, 10, 1, 1, "somebody", "r", 77, "N"))
                .build();

        assertThatThrownBy(() -> disturbed(recording(), chosen, new InvertedLead()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("record r has no beat at sample 77 any more");
    }
}
