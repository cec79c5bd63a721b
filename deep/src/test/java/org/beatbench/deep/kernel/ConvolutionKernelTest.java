package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConvolutionKernelTest {

    /** A convolution and the blocks it is to serve. */
    record Case(ConvolutionReference convolution, Sizes sizes) {

        int in() {
            return convolution.in();
        }

        Function<Extent, Kernel> kernels(boolean first) {
            return extent -> new ConvolutionKernel(
                    extent, in(), convolution.out(), convolution.kernel(), convolution.relu(), first);
        }

        float[] parameters() {
            int size = ConvolutionKernel.parameters(in(), convolution.out(), convolution.kernel());
            return new RandomBlocks(1).normal(size, 1 / Math.sqrt(convolution.kernel() * in()));
        }
    }

    static Stream<Case> cases() {
        int[][] channels = {{1, 1}, {1, 3}, {3, 1}, {3, 2}, {3, 32}, {32, 3}};
        Stream<Case> small = Stream.of(1, 3, 5, 7)
                .flatMap(kernel -> Arrays.stream(channels).flatMap(c -> Stream.of(false, true)
                        .map(relu -> new ConvolutionReference(c[0], c[1], kernel, relu))))
                .flatMap(convolution -> Sizes.all().filter(Sizes::areSmall).map(sizes -> new Case(convolution, sizes)));
        Stream<Case> large = Stream.of(
                        new ConvolutionReference(1, 32, 7, true),
                        new ConvolutionReference(3, 2, 3, false),
                        new ConvolutionReference(32, 32, 5, true),
                        new ConvolutionReference(32, 32, 1, false))
                .map(convolution -> new Case(convolution, Sizes.BEATS));
        return Stream.concat(small, large);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        GradientCheck.check(one.kernels(false), one.convolution(), one.parameters(), one.in(), one.sizes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(one.kernels(true), one.convolution(), one.parameters(), one.in(), one.sizes());
    }

    @Test
    void learnsTheSameWhereNobodyWantsTheGradientOfTheInput() {
        Case one = new Case(new ConvolutionReference(3, 32, 5, true), Sizes.SEVEN);
        assertThat(gradients(one, true)).isEqualTo(gradients(one, false));
    }

    private static float[] gradients(Case one, boolean first) {
        RandomBlocks random = new RandomBlocks(5);
        Extent extent = one.sizes().extent(true);
        float[] gradients = new float[one.parameters().length];
        try (Kernel kernel = one.kernels(first).apply(extent)) {
            kernel.load(one.parameters(), 0);
            for (Sizes.Shape shape : one.sizes().shapes()) {
                Activations room = new Activations(extent.samples(), extent.steps(), one.in());
                Activations answer = kernel.forward(
                        RandomBlocks.block(random.beats(shape, one.in()), shape.steps(), room), new Pass(true, 1));
                Activations gradient = new Activations(extent.samples(), extent.steps(), answer.channels());
                kernel.backward(RandomBlocks.block(random.like(RandomBlocks.beats(answer)), answer.steps(), gradient));
            }
            kernel.unload(gradients, 0);
        }
        return gradients;
    }
}
