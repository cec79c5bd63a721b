package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VectorsTest {

    @Test
    void tanhIsAsGoodAsSinglePrecision() {
        for (double x = -12; x <= 12; x += 1e-3) {
            float[] values = {(float) x};
            Vectors.tanh(values, 1, 1f);
            double right = Math.tanh((float) x);
            assertThat((double) values[0]).isCloseTo(right, within(4e-7 * Math.abs(right)));
            assertThat(values[0]).isBetween(-1f, 1f);
        }
    }

    @Test
    void sigmoidIsAsGoodAsSinglePrecisionAllows() {
        for (double x = -30; x <= 30; x += 1e-3) {
            float[] values = {(float) x};
            Vectors.sigmoid(values, 1);
            assertThat((double) values[0]).isCloseTo(1 / (1 + Math.exp(-(float) x)), within(2e-7));
            assertThat(values[0]).isBetween(0f, 1f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 187})
    void foldsAnyNumberOfRows(int rows) {
        int width = 3;
        float[] values = new RandomBlocks(rows).normal(rows * width, 1);
        double[] sums = new double[width];
        double[] maxima = {-9, -9, -9};
        for (int i = 0; i < values.length; i++) {
            sums[i % width] += values[i];
            maxima[i % width] = Math.max(maxima[i % width], values[i]);
        }
        float[] summed = values.clone();
        Vectors.foldSum(summed, rows, width, new float[rows / 2 * width]);
        float[] folded = values.clone();
        Vectors.foldMax(folded, rows, width, new float[rows / 2 * width]);
        for (int c = 0; c < width; c++) {
            assertThat((double) summed[c]).isCloseTo(sums[c], within(1e-5));
            assertThat((double) folded[c]).isEqualTo(maxima[c]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 11, 12, 13})
    void repeatsAPatternUpToAnyLength(int n) {
        float[] to = new float[n + 1];
        Vectors.repeat(new float[] {1, 2, 3, 99}, 3, to, n);
        for (int i = 0; i < n; i++) {
            assertThat(to[i]).isEqualTo(1 + i % 3);
        }
        assertThat(to[n]).isZero();
    }

    @Test
    void masksWhatAReluStopped() {
        float[] gradient = {5, 5, 5, -5};
        Vectors.maskByRelu(gradient, new float[] {0, Float.MIN_NORMAL, 1e30f, 3}, 4);
        assertThat(gradient).containsExactly(0, 5, 5, -5);
    }

    @Test
    void leavesWhatIsBehindNAlone() {
        float[] values = {1, 2, 3};
        Vectors.add(values, new float[] {1, 1, 1}, 2);
        Vectors.scale(values, 2, 2);
        Vectors.tanh(values, 0, 1);
        assertThat(values).containsExactly(4, 6, 3);
    }
}
