package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LearningRateTest {

    @Test
    void warmsUpAndFalls() {
        LearningRate rate = new LearningRate(0.8, LearningRateSchedule.LINEAR, 4, 12);
        double[] expected = {0.2, 0.4, 0.6, 0.8, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0, 0};
        for (int step = 0; step < expected.length; step++) {
            assertThat(rate.valueAt(step, 0)).as("step %d", step).isCloseTo(expected[step], within(1e-12));
        }
    }

    @Test
    void startsAtTheHighestWithoutWarmUp() {
        LearningRate rate = new LearningRate(0.8, LearningRateSchedule.COSINE, 0, 4);
        assertThat(rate.valueAt(0, 0)).isEqualTo(0.8);
        assertThat(rate.valueAt(2, 0)).isCloseTo(0.4, within(1e-12));
        assertThat(rate.valueAt(3, 0)).isPositive();
    }

    @Test
    void knowsASingleStep() {
        assertThat(new LearningRate(0.8, LearningRateSchedule.LINEAR, 0, 1).valueAt(0, 0))
                .isEqualTo(0.8);
        assertThat(new LearningRate(0.8, LearningRateSchedule.LINEAR, 1, 1).valueAt(0, 0))
                .isEqualTo(0.8);
    }
}
