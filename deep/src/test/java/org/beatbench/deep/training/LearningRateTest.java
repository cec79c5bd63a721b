package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void risesWhileWarmingUp() {
        LearningRate rate = new LearningRate(0.8, Schedule.COSINE, 4, 12);
        assertThat(rate.valueAt(0, 0)).isCloseTo(0.2, within(1e-12));
        assertThat(rate.valueAt(3, 0)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void fallsAlongHalfACosine() {
        LearningRate rate = new LearningRate(0.8, Schedule.COSINE, 4, 12);
        assertThat(rate.valueAt(4, 0)).isCloseTo(0.8, within(1e-12));
        assertThat(rate.valueAt(8, 0)).isCloseTo(0.4, within(1e-12));
        assertThat(rate.valueAt(12, 0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void fallsInAStraightLineOrNotAtAll() {
        assertThat(new LearningRate(1, Schedule.LINEAR, 0, 10).valueAt(4, 0)).isCloseTo(0.6, within(1e-12));
        assertThat(new LearningRate(1, Schedule.CONSTANT, 0, 10).valueAt(9, 0)).isEqualTo(1);
    }
}
