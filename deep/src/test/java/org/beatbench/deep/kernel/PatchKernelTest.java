package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PatchKernelTest {

    /** Patches and the blocks they are made of. */
    record Case(PatchReference patches, Sizes sizes) {

        Function<Extent, Kernel> kernels() {
            return extent -> new PatchKernel(extent, patches.channels(), patches.patch());
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1, 2, 3, 8).flatMap(patch -> Stream.of(1, 3)
                .flatMap(channels -> Sizes.all().map(sizes -> new Case(new PatchReference(channels, patch), sizes))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        GradientCheck.check(
                one.kernels(), one.patches(), new float[0], one.patches().channels(), one.sizes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheReferenceDoes(Case one) {
        AnswerCheck.check(
                one.kernels(), one.patches(), new float[0], one.patches().channels(), one.sizes());
    }

    @ParameterizedTest
    @CsvSource({"187,8,24", "184,8,23", "1,8,1", "7,1,7"})
    void countsPatchesThatAreBegun(int steps, int patch, int patches) {
        assertThat(PatchKernel.steps(steps, patch)).isEqualTo(patches);
    }
}
