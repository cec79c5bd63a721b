package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClassWeightsTest {

    private static final int[] LABELS = {0, 0, 0, 1};

    @Test
    void countsEveryBeatTheSame() {
        assertThat(ClassWeights.NONE.of(LABELS, 3)).containsExactly(1, 1, 1);
    }

    @Test
    void countsEveryClassTheSame() {
        // two classes share the weight of four beats
        assertThat(ClassWeights.BALANCED.of(LABELS, 3)).containsExactly(2 / 3f, 2, 1);
    }
}
