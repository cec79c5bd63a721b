package org.beatbench.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Test;

class SmoteTest {

    private static final int LENGTH = 12;

    @Property(tries = 100, seed = "1")
    void keepsPaddingZeroAndBeatsUnmixedWithIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int rare) {
        Beats training = random(30, rare, seed);
        Beats resampled = Resampling.SMOTE.apply(training, seed);
        for (int row = 0; row < training.size(); row++) {
            assertThat(resampled.beat(row)).isEqualTo(training.beat(row));
            assertThat(resampled.samples().row(row))
                    .isEqualTo(training.samples().row(row));
        }
        for (int row = training.size(); row < resampled.size(); row++) {
            Beat beat = resampled.beat(row);
            assertThat(beat.label()).isEqualTo(1);
            assertThat(beat.knowsSubject()).isFalse();
            assertThat(beat.rrBefore()).isBetween(0.5, 1.5);
            assertThat(beat.rrAfter()).isNaN();
            for (int i = 0; i < LENGTH; i++) {
                float sample = resampled.samples().at(row, i);
                if (i < beat.unpaddedLength()) {
                    assertThat(sample).as("samples of a beat are 0.5..1 here").isBetween(.5f, 1f);
                } else {
                    assertThat(sample).isZero();
                }
            }
        }
    }

    @Test
    void makesBeatsOnTheLineBetweenTwo() {
        Beats.Builder beats = Beats.builder(List.of("N", "V"), 2);
        for (int i = 0; i < 100; i++) {
            beats.add(new float[] {0, 1}, Beat.anonymous(0, 2));
        }
        beats.add(new float[] {0.2f, 0.4f}, Beat.anonymous(1, 2));
        beats.add(new float[] {0.6f, 0.2f}, Beat.anonymous(1, 2));
        Beats resampled = Resampling.SMOTE.apply(beats.build(), 1);
        double sum = 0;
        for (int row = 102; row < resampled.size(); row++) {
            float[] sample = resampled.samples().row(row);
            assertThat(sample[0]).isBetween(.2f, .6f);
            assertThat(sample[1]).isCloseTo(.5f - sample[0] / 2, within(1e-6f));
            sum += sample[0];
        }
        assertThat(sum / 98).as("places are spread evenly").isCloseTo(.4, within(.04));
    }

    @Test
    void placesTheIntervalsLikeTheSamples() {
        Beats.Builder beats = Beats.builder(List.of("N", "V"), 1);
        for (int i = 0; i < 21; i++) {
            beats.add(new float[1], Beat.anonymous(0, 1));
        }
        for (int i = 0; i < 4; i++) {
            beats.add(new float[] {i}, new Beat(1, 1, i, i, "", "", -1, ""));
        }
        Beats resampled = Resampling.SMOTE.apply(beats.build(), 1);
        assertThat(resampled.classCounts()).containsExactly(21, 21);
        assertThat(resampled.beat(30).rrBefore()).isEqualTo(resampled.samples().at(30, 0), within(1e-6));
    }

    @Test
    void copiesTheOnlyBeatOfAClass() {
        Beats resampled = Resampling.SMOTE.apply(random(3, 1, 1), 1);
        assertThat(resampled.samples().row(5)).isEqualTo(resampled.samples().row(3));
    }

    private static Beats random(int frequent, int rare, long seed) {
        Draws draws = Draws.of(seed, "test");
        Beats.Builder beats = Beats.builder(List.of("N", "V"), LENGTH);
        for (int i = 0; i < frequent + rare; i++) {
            int unpadded = 1 + draws.below(LENGTH);
            float[] samples = new float[LENGTH];
            for (int t = 0; t < unpadded; t++) {
                samples[t] = .5f + (float) draws.fraction() / 2;
            }
            double rr = .5 + draws.fraction();
            beats.add(samples, new Beat(i < frequent ? 0 : 1, unpadded, rr, Double.NaN, "person", "100", i, "N"));
        }
        return beats.build();
    }
}
