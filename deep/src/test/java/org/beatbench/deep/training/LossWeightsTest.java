package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LossWeightsTest {

    private static final float[] NOTHING = new float[1];

    /** 16, 4 and 1 beats, and a class that has none. */
    private static Beats imbalanced() {
        Beats.Builder beats = Beats.builder(List.of("a", "b", "c", "d"), 1);
        for (int i = 0; i < 21; i++) {
            beats.add(NOTHING, Beat.anonymous(i < 16 ? 0 : i < 20 ? 1 : 2, 1));
        }
        return beats.build();
    }

    @ParameterizedTest
    @EnumSource
    void areOneOnAverageOverBeats(LossWeights weights) {
        float[] of = weights.of(imbalanced());
        assertThat((16 * of[0] + 4 * of[1] + of[2]) / 21).isCloseTo(1, within(1e-6f));
    }

    @Test
    void makeRareClassesCountMore() {
        assertThat(LossWeights.NONE.of(imbalanced())).startsWith(1, 1, 1);
        float[] root = LossWeights.ROOT.of(imbalanced());
        assertThat(root[1] / root[0]).isCloseTo(2, within(1e-6f));
        assertThat(root[2] / root[0]).isCloseTo(4, within(1e-6f));
        float[] balanced = LossWeights.BALANCED.of(imbalanced());
        assertThat(balanced[1] / balanced[0]).isCloseTo(4, within(1e-6f));
        assertThat(balanced[2] / balanced[0]).isCloseTo(16, within(1e-5f));
    }

    @ParameterizedTest
    @EnumSource
    void areZeroWhereThereIsNoBeat(LossWeights weights) {
        assertThat(weights.of(imbalanced())[3]).isZero();
    }
}
