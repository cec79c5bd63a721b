package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeatsTest {

    private static final Beat NORMAL = new Beat(0, 2, .8, .9, "anna", "100", 77, "N");
    private static final Beat EARLY = new Beat(1, 1, .5, Double.NaN, "bert", "101", 300, "V");

    private final Beats beats = Beats.builder(List.of("N", "V"), 2)
            .add(new float[] {.1f, .2f}, NORMAL)
            .add(new float[] {.3f, 0}, EARLY)
            .add(new float[] {.5f, 0}, Beat.anonymous(Beat.UNLABELLED, 1))
            .build();

    @Test
    void knowWhatTheyAre() {
        assertThat(beats.size()).isEqualTo(3);
        assertThat(beats.length()).isEqualTo(2);
        assertThat(beats.beat(1)).isEqualTo(EARLY);
        assertThat(beats.label(1)).isEqualTo(1);
        assertThat(beats.beats()).hasSize(3).startsWith(NORMAL);
        assertThat(beats).hasToString("3 beats of 2 samples, classes N V");
    }

    @Test
    void countLabelledBeatsByClass() {
        assertThat(beats.classCounts()).containsExactly(1, 1);
        assertThat(beats.sealed().classCounts()).containsExactly(0, 0);
    }

    @Test
    void knowTheirSubjectsOnlyIfEachIsKnown() {
        assertThat(beats.knowsSubjects()).isFalse();
        assertThat(beats.select(Selection.of(0, 1)).knowsSubjects()).isTrue();
        assertThat(beats.select(Selection.of()).knowsSubjects()).isFalse();
    }

    @Test
    void areSelectedWithTheirSamples() {
        Beats selected = beats.select(Selection.of(1, 0, 1));
        assertThat(selected.beats()).containsExactly(EARLY, NORMAL, EARLY);
        assertThat(selected.samples().row(1)).containsExactly(.1f, .2f);
        assertThat(selected)
                .isEqualTo(beats.select(Selection.of(1, 0, 1)))
                .hasSameHashCodeAs(beats.select(Selection.of(1, 0, 1)));
    }

    @Test
    void giveNothingAwayWhenSealed() {
        Beat sealed = beats.sealed().beat(0);
        assertThat(sealed).isEqualTo(new Beat(Beat.UNLABELLED, 2, .8, .9, "", "", -1, ""));
        assertThat(beats.sealed().samples()).isEqualTo(beats.samples());
    }

    @Test
    void takeOtherSamplesOfTheSameShape() {
        Rows other = Rows.of(new float[6], 2);
        assertThat(beats.withSamples(other).samples()).isEqualTo(other);
        assertThat(beats.withSamples(other).beat(0)).isEqualTo(NORMAL);
        assertThatThrownBy(() -> beats.withSamples(Rows.of(new float[6], 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mustFitTogether() {
        Rows one = Rows.of(new float[2], 2);
        assertThatThrownBy(() -> Beats.of(List.of("N"), one, List.of())).hasMessage("1 rows of samples for 0 beats");
        assertThatThrownBy(() -> Beats.of(List.of("N"), one, List.of(EARLY)))
                .hasMessageContaining("beat 0 does not fit");
        assertThatThrownBy(() -> Beats.of(List.of("N"), one, List.of(Beat.anonymous(0, 3))))
                .hasMessageContaining("beat 0 does not fit");
    }

    @Test
    void consistOfSoundBeats() {
        assertThatThrownBy(() -> Beat.anonymous(-2, 1)).hasMessage("label must be at least -1: -2");
        assertThatThrownBy(() -> Beat.anonymous(0, -1)).hasMessage("unpaddedLength must not be negative: -1");
        assertThat(Beat.anonymous(0, 1).knowsSubject()).isFalse();
        assertThat(Beat.anonymous(0, 1)).as("NaN equals NaN here").isEqualTo(Beat.anonymous(0, 1));
    }
}
