package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void keepsOrderAndRepetition() {
        assertThat(Selection.of(3, 1, 3).stream()).containsExactly(3, 1, 3);
        assertThat(Selection.of(3, 1, 3).at(1)).isEqualTo(1);
        assertThat(Selection.of(3, 1, 3).size()).isEqualTo(3);
    }

    @Test
    void isCopiedIn() {
        int[] rows = {1, 2};
        Selection selection = Selection.of(rows);
        rows[0] = 9;
        assertThat(selection).isEqualTo(Selection.of(1, 2)).hasSameHashCodeAs(Selection.of(1, 2));
    }

    @Test
    void isMadeByAQuestionToEachRow() {
        assertThat(Selection.where(6, row -> row % 2 == 1)).isEqualTo(Selection.of(1, 3, 5));
        assertThat(Selection.where(6, row -> false).isEmpty()).isTrue();
    }

    @Test
    void isJoinedInOrder() {
        assertThat(Selection.of(5, 1).and(Selection.of(0))).isEqualTo(Selection.of(5, 1, 0));
    }

    @Test
    void differsByOrder() {
        assertThat(Selection.of(1, 2)).isNotEqualTo(Selection.of(2, 1));
    }
}
