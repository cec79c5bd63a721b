package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BatchNormKernelTest {

    /** A normalisation and the blocks it is to serve. */
    record Case(int channels, boolean relu, Sizes sizes) {

        Reference reference(boolean training) {
            return new BatchNormReference(channels, relu, training);
        }

        Function<Extent, Kernel> kernels() {
            return extent -> new BatchNormKernel(extent, channels, relu);
        }

        /** Variances are positive. */
        float[] parameters() {
            float[] drawn = new RandomBlocks(2).normal(BatchNormKernel.parameters(channels), 1);
            for (int i = 3 * channels; i < drawn.length; i++) {
                drawn[i] = 0.2f + Math.abs(drawn[i]);
            }
            return drawn;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1, 3, 32).flatMap(channels -> Stream.of(false, true)
                .flatMap(relu -> Sizes.all().map(sizes -> new Case(channels, relu, sizes))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        // a block of a single step has no variance: its values are multiplied by up to 1 / √ε = 316
        double tolerance = one.sizes().samples() < 5 ? 1e-4 : 3e-6;
        GradientCheck.check(
                one.kernels(), one.reference(true), one.parameters(), one.channels(), one.sizes(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(one.kernels(), one.reference(false), one.parameters(), one.channels(), one.sizes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumsWhatIsToBeSubtractedFromTheRunningValues(Case one) {
        int channels = one.channels();
        float[] parameters = one.parameters();
        double[] expected = new double[4 * channels];
        float[] got = new float[4 * channels];
        RandomBlocks random = new RandomBlocks(3);
        Extent extent = one.sizes().extent(true);
        try (Kernel kernel = one.kernels().apply(extent)) {
            kernel.load(parameters, 0);
            for (Sizes.Shape shape : one.sizes().shapes()) {
                double[][][] input = random.beats(shape, channels);
                Activations room = new Activations(extent.samples(), extent.steps(), channels);
                kernel.forward(RandomBlocks.block(input, shape.steps(), room), new Pass(true, 1));
                for (int c = 0; c < channels; c++) {
                    // a tenth of the way, once for every beat
                    expected[2 * channels + c] +=
                            0.1 * shape.beats() * (parameters[2 * channels + c] - BatchNormReference.mean(input, c));
                    expected[3 * channels + c] += 0.1
                            * shape.beats()
                            * (parameters[3 * channels + c] - BatchNormReference.variance(input, c));
                }
            }
            kernel.unload(got, 0);
        }
        Closeness.assertClose("differences", RandomBlocks.wide(got), expected, 1e-6);
    }

    @Test
    void leavesTheRunningValuesAloneWhenItOnlyAnswers() {
        Case one = new Case(3, false, Sizes.SEVEN);
        float[] got = new float[12];
        try (Kernel kernel = one.kernels().apply(one.sizes().extent(true))) {
            kernel.load(one.parameters(), 0);
            Sizes.Shape shape = one.sizes().shapes().get(0);
            kernel.forward(
                    RandomBlocks.block(new RandomBlocks(1).beats(shape, 3), shape.steps(), new Activations(5, 7, 3)),
                    Pass.ANSWER);
            kernel.unload(got, 0);
        }
        assertThat(got).containsOnly(0f);
    }

    @Test
    void isExactFarFromZero() {
        // mean 1000, deviation 1: a variance as the mean of squares minus the squared mean would be lost
        double[][][] input = new RandomBlocks(4).beats(new Sizes.Shape(50, List.of(50, 50, 30)), 1);
        for (double[][] beat : input) {
            for (double[] step : beat) {
                step[0] = (float) (1000 + step[0]);
            }
        }
        float[] parameters = {1, 0, 0, 1};
        double[] right = RandomBlocks.flat(
                new BatchNormReference(1, false, true).answer(input, RandomBlocks.wide(parameters), new Kinks()));
        try (Kernel kernel = new BatchNormKernel(new Extent(3, 50, true), 1, false)) {
            kernel.load(parameters, 0);
            Activations answer =
                    kernel.forward(RandomBlocks.block(input, 50, new Activations(3, 50, 1)), new Pass(true, 1));
            double[] got = RandomBlocks.flat(RandomBlocks.beats(answer));
            for (int i = 0; i < right.length; i++) {
                assertThat(got[i]).isCloseTo(right[i], within(1e-3));
            }
        }
    }
}
