package org.beatbench.deep.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DenseKernelTest {

    private static final Sizes ROWS = new Sizes(
            5,
            1,
            List.of(
                    new Sizes.Shape(1, List.of(1, 1, 1, 1, 1)),
                    new Sizes.Shape(1, List.of(1)),
                    new Sizes.Shape(1, List.of(1, 1, 1))));

    /** A layer and the rows it is to serve. */
    record Case(DenseReference layer, Sizes sizes) {

        Function<Extent, Kernel> kernels() {
            return extent -> new DenseKernel(extent, layer.in(), layer.out(), layer.relu());
        }

        float[] parameters() {
            int size = layer.in() * layer.out() + layer.out();
            return new RandomBlocks(13).normal(size, 1 / Math.sqrt(layer.in()));
        }
    }

    static Stream<Case> cases() {
        return Stream.of(false, true).flatMap(relu -> Stream.of(
                        new DenseReference(1, 1, relu),
                        new DenseReference(3, 5, relu),
                        new DenseReference(33, 3, relu),
                        new DenseReference(187, 32, relu))
                .flatMap(layer -> Stream.of(new Case(layer, ROWS), new Case(layer, Sizes.ONE))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        GradientCheck.check(
                one.kernels(), one.layer(), one.parameters(), one.layer().in(), one.sizes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(
                one.kernels(), one.layer(), one.parameters(), one.layer().in(), one.sizes());
    }
}
