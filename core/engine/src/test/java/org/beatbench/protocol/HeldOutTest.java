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

class HeldOutTest {

    private static Set<String> subjects(Beats beats, Selection rows) {
        return rows.stream().mapToObj(row -> beats.beat(row).subject()).collect(Collectors.toSet());
    }

    private static int[] together(HeldOut heldOut) {
        return heldOut.training().and(heldOut.validation()).stream().sorted().toArray();
    }

    @Test
    void keepsSubjectsApartWhereTheyAreKnown() {
        Beats beats = MitLike.beats();
        HeldOut heldOut = HeldOut.from(beats, 1);

        assertThat(heldOut.bySubject()).isTrue();
        assertThat(subjects(beats, heldOut.training()))
                .doesNotContainAnyElementsOf(subjects(beats, heldOut.validation()));
        assertThat(together(heldOut)).hasSize(109_446).doesNotHaveDuplicates();
        assertThat(heldOut.validation().size() / 109_446.0).isBetween(0.1, 0.15);
        assertThat(beats.select(heldOut.training()).classCounts()).doesNotContain(0);
        assertThat(beats.select(heldOut.validation()).classCounts()).doesNotContain(0);
    }

    @Test
    void takesATenthOfEveryClassWhereTheyAreNot() {
        Beats beats = MitLike.anonymous(1_000, 100, 11, 1);
        HeldOut heldOut = HeldOut.from(beats, 1);

        assertThat(heldOut.bySubject()).isFalse();
        assertThat(beats.select(heldOut.validation()).classCounts()).containsExactly(100, 10, 1, 0);
        assertThat(together(heldOut)).hasSize(1_112).doesNotHaveDuplicates();
    }

    @Test
    void takesBeatsOfASingleSubject() {
        Beats.Builder builder = Beats.builder(List.of("N"), 1);
        for (int i = 0; i < 50; i++) {
            builder.add(new float[1], new Beat(0, 1, 1, 1, "anna", "anna", i, "N"));
        }
        assertThat(HeldOut.from(builder.build(), 1))
                .matches(heldOut -> !heldOut.bySubject())
                .extracting(heldOut -> heldOut.validation().size())
                .isEqualTo(5);
    }

    @Test
    void dependsOnTheSeedAndNothingElse() {
        Beats beats = MitLike.anonymous(1_000, 100);

        assertThat(HeldOut.from(beats, 1)).isEqualTo(HeldOut.from(beats, 1)).isNotEqualTo(HeldOut.from(beats, 2));
    }

    @Test
    void holdsOutNothingIfNothingIsToBeChosen() {
        assertThat(HeldOut.nothing(MitLike.anonymous(3, 2)))
                .isEqualTo(new HeldOut(Selection.of(0, 1, 2, 3, 4), Selection.of(), false));
    }

    @Test
    void needsAClassForEveryBeat() {
        Beats beats = MitLike.anonymous(3, 2).sealed();

        assertThatThrownBy(() -> HeldOut.from(beats, 1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> HeldOut.nothing(beats))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no class");
    }
}
