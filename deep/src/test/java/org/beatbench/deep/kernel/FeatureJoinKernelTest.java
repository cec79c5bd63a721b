package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FeatureJoinKernelTest {

    private static final int BEATS = 4;
    private static final Sizes ROWS = new Sizes(
            BEATS, 1, List.of(new Sizes.Shape(1, List.of(1, 1, 1, 1)), new Sizes.Shape(1, List.of(1, 1, 1, 1))));

    /** A join of features that stay, while blocks of rows pass. */
    record Case(int in, int features, int units) {

        float[] drawn() {
            float[] drawn = new RandomBlocks(5).normal(BEATS * features, 2);
            // far beyond the limit
            drawn[0] = 1e6f;
            return drawn;
        }

        FeatureJoinReference reference() {
            double[] wide = RandomBlocks.wide(drawn());
            return new FeatureJoinReference(
                    in,
                    units,
                    IntStream.range(0, BEATS)
                            .mapToObj(beat -> Arrays.copyOfRange(wide, beat * features, (beat + 1) * features))
                            .toList());
        }

        Kernel kernel(Extent extent) {
            FeatureJoinKernel kernel = new FeatureJoinKernel(extent, in, features, units);
            kernel.take(beside(drawn(), features, BEATS));
            return kernel;
        }

        float[] parameters() {
            return new RandomBlocks(7).normal(2 * features + units * features + units, 0.7);
        }
    }

    private static Activations beside(float[] drawn, int features, int beats) {
        Activations block = new Activations(beats, 1, features);
        block.resize(beats, 1);
        for (int beat = 0; beat < beats; beat++) {
            block.setLength(beat, 1);
            System.arraycopy(drawn, beat * features, block.of(beat), 0, features);
        }
        return block;
    }

    static Stream<Case> cases() {
        return Stream.of(new Case(1, 1, 1), new Case(5, 3, 2), new Case(64, 80, 32));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsAsTheReferenceDoes(Case one) {
        GradientCheck.check(one::kernel, one.reference(), one.parameters(), one.in(), ROWS);
    }

    @Test
    void leavesMeansAndFactorsAsTheyAre() {
        Case one = new Case(5, 3, 2);
        try (Kernel kernel = one.kernel(ROWS.extent(true))) {
            float[] parameters = one.parameters();
            kernel.load(parameters, 0);
            double[][][] rows = new RandomBlocks(1).beats(ROWS.shapes().get(0), 5);
            kernel.forward(RandomBlocks.block(rows, 1, new Activations(BEATS, 1, 5)), new Pass(true, 1));
            double[][][] slopes = new RandomBlocks(2).beats(ROWS.shapes().get(0), 7);
            kernel.backward(RandomBlocks.block(slopes, 1, new Activations(BEATS, 1, 7)));
            float[] gradients = new float[parameters.length];
            kernel.unload(gradients, 0);
            assertThat(Arrays.copyOf(gradients, 6)).containsOnly(0f);
            assertThat(Arrays.copyOfRange(gradients, 6, gradients.length))
                    .isNotEqualTo(new float[gradients.length - 6]);
        }
    }

    @Test
    void needsTheFeaturesOfTheBlock() {
        double[][][] two = new RandomBlocks(1).beats(new Sizes.Shape(1, List.of(1, 1)), 5);
        Activations block = RandomBlocks.block(two, 1, new Activations(BEATS, 1, 5));
        try (FeatureJoinKernel kernel = new FeatureJoinKernel(ROWS.extent(false), 5, 3, 2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> kernel.forward(block, Pass.ANSWER))
                    .withMessage("a block of 2 beats without their features");
            kernel.take(beside(new float[9], 3, 3));
            assertThatIllegalStateException().isThrownBy(() -> kernel.forward(block, Pass.ANSWER));
        }
    }
}
