package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.beatbench.deep.natives.NativeLibraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

final class OptimiserTest {

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    /** Minimises (x − 3)² + 10·(y + 2)². */
    @ParameterizedTest
    @EnumSource
    void findsTheBottomOfABowl(Optimiser optimiser) {
        GradientUpdater<?> updater = updater(optimiser, new LearningRate(0.05, LearningRateSchedule.LINEAR, 0, 400));
        double x = 0;
        double y = 0;
        for (int step = 0; step < 400; step++) {
            float[] taken = step(updater, step, (float) (2 * (x - 3)), (float) (20 * (y + 2)));
            x -= taken[0];
            y -= taken[1];
        }
        assertThat(x).isCloseTo(3, within(0.05));
        assertThat(y).isCloseTo(-2, within(0.05));
    }

    /** By hand, from each paper, with a gradient of 4 and a rate of 0.1. */
    @ParameterizedTest
    @CsvSource({
        // m̂ / √v̂ = 4 / 4
        "ADAM,0.1",
        // ND4J leaves the second moment as it is: rate · √(1 − 0.999) / (1 − 0.9) · 0.4 / √0.016
        "AMSGRAD,0.1",
        // 0.9 · 0.4 / (1 − 0.9²) + 0.1 · 4 / (1 − 0.9) = 5.89474, over 4
        "NADAM,0.147368",
        // the running mean square is 0.05 · 16
        "RMSPROP,0.44721",
        // the momentum looks ahead: 0.1 · 4 · 1.9
        "SGD,0.76"
    })
    void takesTheFirstStepOfThePaper(Optimiser optimiser, double step) {
        float[] taken = step(updater(optimiser, new LearningRate(0.1, LearningRateSchedule.CONSTANT, 0, 9)), 0, 4, 0);
        assertThat((double) taken[0]).isCloseTo(step, within(1e-4));
        assertThat(taken[1]).isZero();
    }

    /** By hand: a mean of 0.16 and a mean square of 0.019984 after gradients of 4 and −2. */
    @Test
    void looksAheadInTheSecondStepOfNadamToo() {
        GradientUpdater<?> updater =
                updater(Optimiser.NADAM, new LearningRate(0.1, LearningRateSchedule.CONSTANT, 0, 9));
        step(updater, 0, 4, 0);
        double numerator = 0.9 * 0.16 / (1 - Math.pow(0.9, 3)) - 0.2 / (1 - Math.pow(0.9, 2));
        double denominator = Math.sqrt(0.019984 / (1 - Math.pow(0.999, 2)));
        assertThat((double) step(updater, 1, -2, 0)[0]).isCloseTo(0.1 * numerator / denominator, within(1e-6));
    }

    private static GradientUpdater<?> updater(Optimiser optimiser, LearningRate rate) {
        IUpdater configuration = optimiser.updater(rate);
        return configuration.instantiate(Nd4j.zeros(DataType.FLOAT, 1, configuration.stateSize(2)), true);
    }

    private static float[] step(GradientUpdater<?> updater, int number, float... gradient) {
        INDArray array = Nd4j.createFromArray(gradient).reshape(1, gradient.length);
        updater.applyUpdater(array, number, 0);
        return array.data().asFloat();
    }
}
