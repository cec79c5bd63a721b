package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SoftmaxTest {

    @Test
    void sharesOutOne() {
        double[] probabilities = new double[3];
        double normaliser =
                Softmax.probabilities(new float[] {0, (float) Math.log(2), (float) Math.log(5), 99}, 3, probabilities);
        assertThat(normaliser).isCloseTo(Math.log(8), within(1e-6));
        assertThat(probabilities).containsExactly(new double[] {0.125, 0.25, 0.625}, within(1e-6));
    }

    @Test
    void standsLargeValues() {
        double[] probabilities = new double[2];
        assertThat(Softmax.probabilities(new float[] {3000, -3000}, 2, probabilities))
                .isEqualTo(3000);
        assertThat(probabilities).containsExactly(1, 0);
    }

    @Test
    void findsTheFirstOfTheBest() {
        assertThat(Softmax.best(new float[] {1, 5, 5, 9}, 3)).isEqualTo(1);
    }
}
