package org.beatbench.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.calibration.Temperature;
import org.junit.jupiter.api.Test;

class ProbeTest {

    /** Only this sample tells the classes apart. */
    private static final int TELLING = 22;

    private static final int LENGTH = 60;

    private static final Beats BEATS = beats();
    private static final Selection ALL = Selection.where(BEATS.size(), row -> true);

    private final Saliency saliency = probe(Temperature.NEUTRAL).of(BEATS, ALL, 5, 1);

    @Test
    void findsWhereTheModelLooks() {
        for (OccludedBeat beat : saliency.beats()) {
            for (int i = 0; i < beat.drops().size(); i++) {
                Window window = saliency.windows().get(i);
                boolean isHidden = window.from() <= TELLING && TELLING < window.to();
                if (isHidden && beat.truth() == 1) {
                    assertThat(beat.drops().get(i)).isGreaterThan(0.5f);
                } else if (!isHidden) {
                    assertThat(beat.drops().get(i)).isZero();
                }
            }
        }
    }

    @Test
    void asksAboutAsManyBeatsOfEachClassAndTheSameForEveryModel() {
        assertThat(saliency.beats())
                .extracting(OccludedBeat::truth)
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2);
        assertThat(saliency.beats()).extracting(OccludedBeat::row).doesNotHaveDuplicates();
        Saliency other =
                new Probe(beats -> new Undecided().predict(beats.sealed()), Cancellation.NEVER).of(BEATS, ALL, 5, 1);
        assertThat(other.beats())
                .extracting(OccludedBeat::row)
                .isEqualTo(saliency.beats().stream().map(OccludedBeat::row).toList());
        assertThat(probe(Temperature.NEUTRAL).of(BEATS, ALL, 5, 2).beats())
                .extracting(OccludedBeat::row)
                .isNotEqualTo(saliency.beats().stream().map(OccludedBeat::row).toList());
    }

    @Test
    void drawsAmongTheTestRowsOnlyAndARowOnce() {
        Selection some = Selection.of(3, 3, 40, 41, 3);
        assertThat(probe(Temperature.NEUTRAL).of(BEATS, some, 5, 1).beats())
                .extracting(OccludedBeat::row)
                .containsExactly(3, 40, 41);
    }

    @Test
    void hidesNothingThatReachesIntoThePadding() {
        for (OccludedBeat beat : saliency.beats()) {
            int unpadded = BEATS.beat(beat.row()).unpaddedLength();
            long within = saliency.windows().stream()
                    .filter(window -> window.to() <= unpadded)
                    .count();
            assertThat(beat.drops()).hasSize((int) within);
        }
        assertThat(saliency.beats())
                .extracting(beat -> beat.drops().size())
                .containsAnyOf(saliency.windows().size());
    }

    @Test
    void dropsAreThoseOfTheCalibratedProbability() {
        OccludedBeat plain = saliency.beats().get(6);
        OccludedBeat unsure =
                probe(new Temperature(4)).of(BEATS, ALL, 5, 1).beats().get(6);
        assertThat(unsure.row()).isEqualTo(plain.row());
        assertThat(unsure.probability()).isLessThan(plain.probability());
    }

    @Test
    void meansAreOfEnoughBeatsOrNotThere() {
        assertThat(saliency.means()).extracting(MeanBeat::label).containsExactly(0, 1);
        MeanBeat mean = saliency.means().get(1);
        assertThat(mean.beats()).isEqualTo(60);
        assertThat(mean.samples().get(TELLING)).isEqualTo(1f);
        double sum = 0;
        for (int row = 60; row < 120; row++) {
            sum += BEATS.samples().at(row, 3);
        }
        assertThat((double) mean.samples().get(3)).isCloseTo(sum / 60, within(1e-6));
        assertThat(mean.samples())
                .as("ends where fewer than 20 beats go on, though one goes on to the end")
                .hasSizeBetween(40, 59);
        assertThatThrownBy(() -> new MeanBeat(0, 19, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsWhenCancelled() {
        Probe cancelled = new Probe(beats -> new OneSample().predict(beats.sealed()), () -> true);
        assertThatThrownBy(() -> cancelled.of(BEATS, ALL, 5, 1)).isInstanceOf(CancelledException.class);
    }

    @Test
    void classesWithoutTestBeatsAreLeftOut() {
        Saliency nothing = probe(Temperature.NEUTRAL).of(BEATS, Selection.of(), 5, 1);
        assertThat(nothing.isEmpty()).isTrue();
    }

    private static Probe probe(Temperature temperature) {
        return new Probe(beats -> temperature.apply(new OneSample().predict(beats.sealed())), Cancellation.NEVER);
    }

    /** 60 beats of a class with a 0 at the telling sample, 60 with a 1, and 2 of a third class, which look like the first. */
    private static Beats beats() {
        SplittableRandom random = new SplittableRandom(4);
        Beats.Builder beats = Beats.builder(List.of("low", "high", "rare"), LENGTH);
        for (int i = 0; i < 122; i++) {
            int label = i / 60;
            int unpadded = i % 60 == 59 ? LENGTH : random.nextInt(30, LENGTH);
            float[] row = new float[LENGTH];
            for (int sample = 0; sample < unpadded; sample++) {
                row[sample] = sample == TELLING ? label % 2 : 0.2f * (float) random.nextDouble();
            }
            beats.add(row, Beat.anonymous(label, unpadded));
        }
        return beats.build();
    }

    /** Is sure of the second class where the telling sample is high, and must not see labels. */
    private static final class OneSample implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            Rows.Builder rows = Rows.builder(3);
            for (int row = 0; row < beats.size(); row++) {
                if (beats.label(row) != Beat.UNLABELLED) {
                    throw new IllegalStateException("I can see what this beat is");
                }
                float high = beats.samples().at(row, TELLING) > 0.5f ? 0.9f : 0.1f;
                rows.add(new float[] {1 - high, high, 0});
            }
            return Predictions.of(rows.build());
        }

        @Override
        public void save(Path folder) {}
    }

    /** Knows nothing. */
    private static final class Undecided implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            Rows.Builder rows = Rows.builder(3);
            for (int row = 0; row < beats.size(); row++) {
                rows.add(new float[] {0.5f, 0.25f, 0.25f});
            }
            return Predictions.of(rows.build());
        }

        @Override
        public void save(Path folder) {}
    }
}
