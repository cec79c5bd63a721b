package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DropoutKernelTest {

    private static final int WIDTH = 2000;
    private static final Sizes.Shape ROWS = new Sizes.Shape(1, List.of(1, 1, 1));

    private final RandomBlocks random = new RandomBlocks(3);
    private final double[][][] input = random.beats(ROWS, WIDTH);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void dropsItsShareAndScalesTheRest(double rate) {
        double[] before = RandomBlocks.flat(input);
        double[] after = RandomBlocks.flat(answer(kernel(rate), true, 1));
        int dropped = 0;
        for (int i = 0; i < before.length; i++) {
            if (after[i] == 0) {
                dropped++;
            } else {
                assertThat(after[i]).isCloseTo(before[i] / (1 - rate), within(1e-5));
            }
        }
        // four standard deviations of a binomial
        double slack = 4 * Math.sqrt(rate * (1 - rate) / before.length);
        assertThat((double) dropped / before.length).isCloseTo(rate, within(slack));
    }

    @Test
    void letsGradientsThroughWhereValuesWent() {
        Kernel kernel = kernel(0.5);
        double[] before = RandomBlocks.flat(input);
        double[] after = RandomBlocks.flat(answer(kernel, true, 1));
        double[][][] sent = random.like(input);
        Activations gradient = RandomBlocks.block(sent, 1, new Activations(3, 1, WIDTH));
        double[] back = RandomBlocks.flat(RandomBlocks.beats(kernel.backward(gradient)));
        double[] weights = RandomBlocks.flat(sent);
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i]).isCloseTo(weights[i] * after[i] / before[i], within(1e-5));
        }
    }

    @Test
    void drawsBySeedAlone() {
        double[][][] first = answer(kernel(0.5), true, 1);
        assertThat(answer(kernel(0.5), true, 1)).isDeepEqualTo(first);
        assertThat(RandomBlocks.flat(answer(kernel(0.5), true, 2))).isNotEqualTo(RandomBlocks.flat(first));
    }

    @Test
    void changesNothingWhenItOnlyAnswers() {
        assertThat(answer(kernel(0.5), false, 1)).isDeepEqualTo(input);
    }

    @Test
    void drawsForEachBlockAnew() {
        Kernel kernel = kernel(0.5);
        answer(kernel, true, 1);
        double[][][] single = {input[0]};
        Activations room = new Activations(3, 1, WIDTH);
        double[][][] answered =
                RandomBlocks.beats(kernel.forward(RandomBlocks.block(single, 1, room), new Pass(true, 2)));
        assertThat(answered).isDeepEqualTo(new double[][][] {answer(kernel(0.5), true, 2)[0]});
    }

    private static Kernel kernel(double rate) {
        return new DropoutKernel(new Extent(3, 1, true), WIDTH, rate);
    }

    private double[][][] answer(Kernel kernel, boolean training, long seed) {
        Activations block = RandomBlocks.block(input, 1, new Activations(3, 1, WIDTH));
        return RandomBlocks.beats(kernel.forward(block, new Pass(training, seed)));
    }
}
