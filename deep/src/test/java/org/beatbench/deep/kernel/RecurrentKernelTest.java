package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RecurrentKernelTest {

    /** A recurrent layer and the blocks it is to serve. */
    record Case(RecurrentReference layer, Sizes sizes) {

        int in() {
            return layer.in();
        }

        Function<Extent, Kernel> kernels(boolean first) {
            return extent -> new RecurrentKernel(
                    extent, layer.cell(), in(), layer.units(), layer.bidirectional(), layer.atEnd(), first);
        }

        float[] parameters() {
            int size = RecurrentKernel.parameters(layer.cell(), in(), layer.units(), layer.bidirectional());
            return new RandomBlocks(11).normal(size, 0.5);
        }
    }

    static Stream<Case> cases() {
        int[][] widths = {{1, 1}, {1, 5}, {3, 4}, {32, 3}};
        return Arrays.stream(RecurrentCell.values())
                .flatMap(cell -> Stream.of(false, true).flatMap(bidirectional -> Stream.of(false, true)
                        .flatMap(atEnd -> Arrays.stream(widths).flatMap(width -> Sizes.all()
                                .filter(sizes -> sizes.areSmall() || width[0] == 3)
                                .map(sizes -> new Case(
                                        new RecurrentReference(cell, width[0], width[1], bidirectional, atEnd),
                                        sizes))))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        GradientCheck.check(one.kernels(false), one.layer(), one.parameters(), one.in(), one.sizes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(one.kernels(true), one.layer(), one.parameters(), one.in(), one.sizes());
    }

    @ParameterizedTest
    @EnumSource
    void learnsTheSameWhereNobodyWantsTheGradientOfTheInput(RecurrentCell cell) {
        Case one = new Case(new RecurrentReference(cell, 3, 4, true, false), Sizes.SEVEN);
        assertThat(gradients(one, true)).isEqualTo(gradients(one, false));
    }

    @Test
    void staysFiniteWhereGatesSaturate() {
        Case one = new Case(new RecurrentReference(RecurrentCell.LSTM, 3, 4, true, false), Sizes.SEVEN);
        float[] parameters = one.parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= 1000;
        }
        assertThat(gradients(one, parameters, false)).doesNotContain(Float.NaN);
    }

    private static float[] gradients(Case one, boolean first) {
        return gradients(one, one.parameters(), first);
    }

    private static float[] gradients(Case one, float[] parameters, boolean first) {
        RandomBlocks random = new RandomBlocks(5);
        Extent extent = one.sizes().extent(true);
        float[] gradients = new float[parameters.length];
        try (Kernel kernel = one.kernels(first).apply(extent)) {
            kernel.load(parameters, 0);
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
