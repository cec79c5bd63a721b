package org.beatbench.deep.kernel;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ResidualKernelTest {

    /** A block and the beats it is to serve. */
    record Case(int in, int out, int kernel, boolean normalised, Sizes sizes) {

        Reference reference(boolean training) {
            return new ResidualReference(in, out, kernel, normalised, training);
        }

        Function<Extent, Kernel> kernels() {
            return extent -> new ResidualKernel(extent, in, out, kernel, normalised);
        }

        /** As a network has them: weights such that activations stay of a size, variances near 1. */
        float[] parameters() {
            float[] drawn = new RandomBlocks(7)
                    .normal(ResidualKernel.parameters(in, out, kernel, normalised), 1 / Math.sqrt(kernel * out));
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = reference(true).learns(i) ? drawn[i] : 1 + Math.abs(drawn[i]);
            }
            return drawn;
        }
    }

    static Stream<Case> cases() {
        Stream<Case> small = Stream.of(1, 3, 5, 7)
                .flatMap(kernel -> Stream.of(false, true).flatMap(normalised -> Sizes.all()
                        .filter(Sizes::areSmall)
                        .filter(sizes -> !normalised || sizes.equals(Sizes.SEVEN))
                        .flatMap(sizes -> Stream.of(
                                new Case(1, 3, kernel, normalised, sizes),
                                new Case(3, 3, kernel, normalised, sizes),
                                new Case(3, 1, kernel, normalised, sizes)))));
        Stream<Case> large = Stream.of(
                new Case(32, 32, 5, false, Sizes.SEVEN),
                new Case(3, 32, 5, true, Sizes.SEVEN),
                new Case(8, 8, 5, true, Sizes.BEATS),
                new Case(3, 8, 7, false, Sizes.BEATS));
        return Stream.concat(small, large);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        // normalisation magnifies the errors of the convolutions before it, most so over a few steps
        double tolerance = one.normalised() ? 1e-4 : 3e-6;
        GradientCheck.check(one.kernels(), one.reference(true), one.parameters(), one.in(), one.sizes(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(one.kernels(), one.reference(false), one.parameters(), one.in(), one.sizes());
    }
}
