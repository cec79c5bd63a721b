package org.beatbench.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Beats beats = Beats.builder(List.of("N", "V"), 1)
            .add(new float[1], new Beat(0, 1, 1, 1, "anna", "100", 77, "N"))
            .add(new float[1], new Beat(1, 1, 1, 1, "anna", "100", 300, "V"))
            .add(new float[1], new Beat(1, 1, 1, 1, "bert", "101", 50, "V"))
            .build();

    private final Answers answers = Answers.of(beats, Selection.of(2, 0), predictions(.3f, .7f, .4f, .6f));

    @Test
    void keepWhereABeatIsFrom() {
        assertThat(answers.beat(0)).isEqualTo(new AnsweredBeat(2, "101", "bert", 50, 1));
        assertThat(answers.beat(1)).isEqualTo(new AnsweredBeat(0, "100", "anna", 77, 0));
        assertThat(answers.knowsSubjects()).isTrue();
    }

    @Test
    void putTruthBesideTheAnswer() {
        assertThat(answers.size()).isEqualTo(2);
        assertThat(answers.truth(1)).isZero();
        assertThat(answers.predicted(1)).isEqualTo(1);
        assertThat(answers.probability(1, 0)).isEqualTo(.4f);
    }

    @Test
    void poolFolds() {
        Answers other = Answers.of(beats, Selection.of(1), predictions(1, 0));
        Answers pooled = answers.and(other);
        assertThat(pooled).isEqualTo(Answers.of(beats, Selection.of(2, 0, 1), predictions(.3f, .7f, .4f, .6f, 1, 0)));
        assertThat(pooled).hasSameHashCodeAs(answers.and(other)).isNotEqualTo(other.and(answers));
        Answers otherClasses = Answers.of(List.of("N", "S"), List.of(), predictions());
        assertThatThrownBy(() -> answers.and(otherClasses)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leaveOutBeatsAndKeepTheClass() {
        Answers rest = answers.without(Set.of("V", "Q"));
        assertThat(rest).isEqualTo(Answers.of(beats, Selection.of(0), predictions(.4f, .6f)));
        assertThat(rest.classes()).containsExactly("N", "V");
        assertThat(rest.without(Set.of("N")).isEmpty()).isTrue();
        assertThat(rest.without(Set.of("N")).knowsSubjects()).isFalse();
    }

    @Test
    void refuseWhatDoesNotFit() {
        assertThatThrownBy(() -> Answers.of(beats, Selection.of(1), predictions()))
                .hasMessageContaining("1 beats");
        assertThatThrownBy(() -> Answers.of(beats.sealed(), Selection.of(1), predictions(1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        AnsweredBeat third = new AnsweredBeat(0, "", "", -1, 2);
        assertThatThrownBy(() -> Answers.of(beats.classes(), List.of(third), predictions(1, 0)))
                .hasMessage("there is no class 2 in [N, V]");
    }

    private static Predictions predictions(float... probabilities) {
        return Predictions.of(Rows.of(probabilities, 2));
    }
}
