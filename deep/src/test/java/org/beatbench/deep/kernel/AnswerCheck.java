package org.beatbench.deep.kernel;

import java.util.function.Function;

/** Compares a kernel that only answers with a reference, and each beat's answer with that to the beat alone. */
final class AnswerCheck {

    private AnswerCheck() {}

    /**
     * Sends blocks through one kernel and checks what comes out.
     *
     * @param channels values per step of the input
     */
    static void check(
            Function<Extent, Kernel> kernels, Reference reference, float[] parameters, int channels, Sizes sizes) {
        RandomBlocks random = new RandomBlocks(sizes.toString().hashCode());
        Extent extent = sizes.extent(false);
        Activations room = new Activations(extent.samples(), extent.steps(), channels);
        try (Kernel kernel = kernels.apply(extent)) {
            kernel.load(parameters, 0);
            for (Sizes.Shape shape : sizes.shapes()) {
                double[][][] input = random.beats(shape, channels);
                double[][][] answers =
                        RandomBlocks.beats(kernel.forward(RandomBlocks.block(input, shape.steps(), room), Pass.ANSWER));
                double[][][] right = reference.answer(input, RandomBlocks.wide(parameters), new Kinks());
                Closeness.assertClose("answer to " + shape, RandomBlocks.flat(answers), RandomBlocks.flat(right), 1e-5);
                for (int beat = 0; beat < input.length; beat++) {
                    double[][][] alone = RandomBlocks.beats(kernel.forward(
                            RandomBlocks.block(new double[][][] {input[beat]}, input[beat].length, room), Pass.ANSWER));
                    Closeness.assertClose(
                            "answer to beat " + beat + " of " + shape + " alone",
                            RandomBlocks.flat(alone),
                            RandomBlocks.flat(new double[][][] {answers[beat]}),
                            1e-6);
                }
            }
        }
    }
}
