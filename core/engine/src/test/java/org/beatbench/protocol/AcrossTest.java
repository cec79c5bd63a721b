package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class AcrossTest {

    private final Protocol across = Protocols.of("across");

    /** Eighty beats of eight people to learn from, and thirty of three with the same names to test. */
    private static Beats beats(boolean known) {
        Beats.Builder beats = Beats.builder(List.of("N", "V"), 1);
        for (int row = 0; row < 110; row++) {
            String person = "p" + (row < 80 ? row / 10 : (row - 80) / 10);
            Beat beat = new Beat(row % 2, 1, Double.NaN, Double.NaN, known ? person : "", person, row, "");
            beats.add(new float[] {row}, (row < 80 ? Parts.TRAINING : Parts.TEST).mark(beat, row % 2));
        }
        return beats.build();
    }

    private static Set<String> subjects(Beats beats, Selection rows) {
        return rows.stream().mapToObj(row -> beats.beat(row).subject()).collect(Collectors.toSet());
    }

    @Test
    void testsTheSecondDataSetAndChoosesWithinTheFirst() {
        Beats beats = beats(true);
        Split split = across.splits(beats, 1).get(0);

        assertThat(split.name()).isEqualTo("whole");
        assertThat(split.test()).isEqualTo(Selection.where(110, row -> row >= 80));
        assertThat(split.trainingAndValidation().stream().sorted())
                .containsExactlyElementsOf(
                        Selection.where(110, row -> row < 80).stream().boxed().toList());
        assertThat(split.validation().size()).isEqualTo(10);
        assertThat(subjects(beats, split.validation())).doesNotContainAnyElementsOf(subjects(beats, split.training()));
        assertThat(subjects(beats, split.test())).containsExactlyInAnyOrder("test:p0", "test:p1", "test:p2");
        assertThat(across.splits(beats, 1)).isEqualTo(across.splits(beats, 1));
        assertThat(across.splits(beats, 2).get(0).test()).isEqualTo(split.test());
    }

    @Test
    void choosesByBeatsWhereNobodySaysWhoseTheyAre() {
        assertThat(across.splits(beats(false), 1).get(0).validation().size()).isEqualTo(8);
    }

    @Test
    void asksForTheSecondDataSet() {
        assertThatThrownBy(() -> across.splits(MitLike.beats(), 1))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("test-dataset"));
    }
}
