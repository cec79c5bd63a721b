package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ActivationsTest {

    private final Activations block = new Activations(2, 5, 3);

    @Test
    void takesOverTheShapeOfAnother() {
        block.resize(2, 4);
        block.setLength(0, 4);
        block.setLength(1, 2);
        Activations other = new Activations(3, 9, 1);
        other.shapeLike(block);
        assertThat(other.samples()).isEqualTo(2);
        assertThat(other.steps()).isEqualTo(4);
        assertThat(other.length(0)).isEqualTo(4);
        assertThat(other.length(1)).isEqualTo(2);
        assertThat(other.channels()).isEqualTo(1);
    }

    @Test
    void clearsPaddingAndNothingElse() {
        java.util.Arrays.fill(block.of(1), 7f);
        block.resize(2, 3);
        block.setLength(1, 2);
        block.clearPadding(1);
        assertThat(block.of(1)).containsExactly(7, 7, 7, 7, 7, 7, 0, 0, 0, 7, 7, 7, 7, 7, 7);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> block.resize(3, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a block of 3 × 5 does not fit 2 × 5");
        assertThatThrownBy(() -> block.resize(2, 6)).isInstanceOf(IllegalArgumentException.class);
    }
}
