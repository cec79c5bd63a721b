package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TimePoolingKernelTest {

    /** A pooling and the blocks it is to serve. */
    record Case(TimePooling pooling, boolean seesLength, int channels, Sizes sizes) {

        Reference reference() {
            return new TimePoolingReference(pooling, seesLength, sizes.steps(), channels);
        }

        Function<Extent, Kernel> kernels() {
            return extent -> new TimePoolingKernel(extent, channels, pooling, seesLength);
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(TimePooling.values()).flatMap(pooling -> Stream.of(false, true)
                .flatMap(seesLength -> Stream.of(1, 3, 32).flatMap(channels -> Sizes.all()
                        .map(sizes -> new Case(pooling, seesLength, channels, sizes)))));
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
        Kernel kernel = new TimePoolingKernel(new Extent(1, 4, true), 2, TimePooling.MAX, false);
        double[][][] beat = {{{3, 0}, {5, 0}, {5, 0}}};
        kernel.forward(RandomBlocks.block(beat, 4, new Activations(1, 4, 2)), new Pass(true, 1));
        Activations gradient = RandomBlocks.block(new double[][][] {{{7, 9}}}, 1, new Activations(1, 1, 2));
        assertThat(RandomBlocks.beats(kernel.backward(gradient)))
                .isDeepEqualTo(new double[][][] {{{0, 9}, {7, 0}, {0, 0}}});
    }
}
