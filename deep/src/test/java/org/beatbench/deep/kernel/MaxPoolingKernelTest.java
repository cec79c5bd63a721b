package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MaxPoolingKernelTest {

    /** A pooling and the blocks it is to serve. */
    record Case(int channels, int window, int stride, Sizes sizes) {

        Reference reference() {
            return new MaxPoolingReference(channels, window, stride, (sizes.steps() - window) / stride + 1);
        }

        Function<Extent, Kernel> kernels() {
            return extent -> new MaxPoolingKernel(extent, channels, window, stride);
        }
    }

    static Stream<Case> cases() {
        int[][] windows = {{1, 1}, {2, 2}, {2, 1}, {3, 3}, {3, 2}, {4, 3}, {5, 2}, {7, 1}};
        return Stream.of(1, 3, 32).flatMap(channels -> Arrays.stream(windows).flatMap(window -> Sizes.all()
                .filter(sizes -> sizes.steps() >= window[0])
                .map(sizes -> new Case(channels, window[0], window[1], sizes))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        GradientCheck.check(one.kernels(), one.reference(), new float[0], one.channels(), one.sizes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(one.kernels(), one.reference(), new float[0], one.channels(), one.sizes());
    }

    @Test
    void givesTheGradientToTheFirstOfEquals() {
        // windows (2 5 5), (5 5 5), (5 5 0)
        double[][] back = gradient(3, 1, new double[][] {{2}, {5}, {5}, {5}, {0}}, new double[][] {{1}, {10}, {100}});
        assertThat(back).isDeepEqualTo(new double[][] {{0}, {11}, {100}, {0}, {0}});
    }

    @Test
    void givesNothingToThePaddingThatIsAsLargeAsTheLastStep() {
        double[][] back = gradient(3, 3, new double[][] {{1}, {0}, {0}, {0}}, new double[][] {{1}, {10}});
        assertThat(back).isDeepEqualTo(new double[][] {{1}, {0}, {0}, {10}});
    }

    private static double[][] gradient(int window, int stride, double[][] beat, double[][] gradient) {
        int steps = 6;
        Kernel kernel = new MaxPoolingKernel(new Extent(1, steps, true), 1, window, stride);
        Activations answer = kernel.forward(
                RandomBlocks.block(new double[][][] {beat}, beat.length, new Activations(1, steps, 1)),
                new Pass(true, 1));
        Activations room = new Activations(1, answer.capacitySteps(), 1);
        return RandomBlocks.beats(
                kernel.backward(RandomBlocks.block(new double[][][] {gradient}, answer.steps(), room)))[0];
    }

    @ParameterizedTest
    @CsvSource({"187,2,2,93", "187,5,2,92", "5,5,2,1", "6,5,2,1", "7,5,2,2"})
    void countsWholeWindows(int steps, int window, int stride, int windows) {
        assertThat(MaxPoolingKernel.steps(steps, window, stride)).isEqualTo(windows);
    }

    @Test
    void refusesAWindowThatFitsNowhere() {
        assertThatThrownBy(() -> MaxPoolingKernel.steps(4, 5, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pooling window of 5 does not fit 4 time steps");
    }
}
