package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;

final class AdamStepsTest {

    private final AdamSteps adam = new AdamSteps(0.01);

    @Test
    void takesTheStepsOfThePaper() {
        adam.initialise(new LinearParameters(2, 1));
        assertStep(new double[] {3, -0.2}, new double[] {0.01, -0.01});
        // by hand, with gradients 3 then 1: first moment 0.37, second 0.009991, both to be corrected for two steps
        double expected = 0.01 * (0.37 / (1 - 0.81)) / Math.sqrt(0.009991 / (1 - 0.998001));
        assertStep(new double[] {1, -0.2}, new double[] {expected, -0.01});
    }

    private void assertStep(double[] gradient, double[] step) {
        Tensor[] steps = adam.step(new Tensor[] {DenseMatrix.createDenseMatrix(new double[][] {gradient})}, 1);
        DenseMatrix taken = (DenseMatrix) steps[0];
        assertThat(taken.get(0, 0)).isCloseTo(step[0], within(1e-7));
        assertThat(taken.get(0, 1)).isCloseTo(step[1], within(1e-7));
    }
}
