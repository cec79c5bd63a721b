package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Compares a kernel in training with a reference: what it answers, and the gradients of a loss that is a weighted sum of the
 * answer, with the reference's difference quotients.
 */
final class GradientCheck {

    private static final double STEP = 1e-6;

    /** Kernels in single precision reach about a third of this. */
    private static final double TOLERANCE = 3e-6;

    private static final int OFFSET = 3;
    private static final int TRIES = 50;

    private final Reference reference;
    private final float[] parameters;
    private final int channels;
    private final RandomBlocks random;
    private final int[] asked;
    private final double[] expected;
    private final int most;
    private final double tolerance;

    private GradientCheck(Reference reference, float[] parameters, int channels, Sizes sizes, double tolerance) {
        this.reference = reference;
        this.parameters = parameters;
        this.channels = channels;
        this.random = new RandomBlocks(sizes.toString().hashCode());
        this.most = sizes.areSmall() ? 300 : 30;
        this.asked = Arrays.stream(random.some(parameters.length, most))
                .filter(reference::learns)
                .toArray();
        this.expected = new double[asked.length];
        this.tolerance = tolerance;
    }

    /**
     * Sends blocks through one kernel, forwards and backwards, and checks everything that comes out.
     *
     * @param channels values per step of the input
     */
    static void check(
            Function<Extent, Kernel> kernels, Reference reference, float[] parameters, int channels, Sizes sizes) {
        check(kernels, reference, parameters, channels, sizes, TOLERANCE);
    }

    /**
     * The same for a layer that magnifies what single precision loses.
     *
     * @param tolerance of errors, relative to the largest value or the length of a gradient
     */
    static void check(
            Function<Extent, Kernel> kernels,
            Reference reference,
            float[] parameters,
            int channels,
            Sizes sizes,
            double tolerance) {
        new GradientCheck(reference, parameters, channels, sizes, tolerance).check(kernels, sizes);
    }

    private void check(Function<Extent, Kernel> kernels, Sizes sizes) {
        Extent extent = sizes.extent(true);
        try (Kernel kernel = kernels.apply(extent)) {
            float[] loaded = new float[OFFSET + parameters.length];
            System.arraycopy(parameters, 0, loaded, OFFSET, parameters.length);
            kernel.load(loaded, OFFSET);
            for (Sizes.Shape shape : sizes.shapes()) {
                checkBlock(kernel, extent, shape);
            }
            checkSums(kernel);
        }
    }

    private void checkBlock(Kernel kernel, Extent extent, Sizes.Shape shape) {
        double[][][] input = farFromKinks(shape);
        double[] wide = RandomBlocks.wide(parameters);
        Activations block =
                RandomBlocks.block(input, shape.steps(), new Activations(extent.samples(), extent.steps(), channels));
        Activations answer = kernel.forward(block, new Pass(true, 1));
        double[][][] right = reference.answer(input, wide, new Kinks());
        double[] answered = RandomBlocks.flat(RandomBlocks.beats(answer));
        Closeness.assertClose("answer to " + shape, answered, RandomBlocks.flat(right), tolerance);

        double[][][] weights = random.like(right);
        Activations gradient = RandomBlocks.block(
                weights,
                answer.steps(),
                new Activations(answer.capacitySamples(), answer.capacitySteps(), answer.channels()));
        double[][][] back = RandomBlocks.beats(kernel.backward(gradient));
        compareInput(shape, input, wide, weights, back);
        for (int i = 0; i < asked.length; i++) {
            int place = asked[i];
            expected[i] += slope(wide, place, () -> loss(input, wide, weights));
        }
    }

    private void compareInput(
            Sizes.Shape shape, double[][][] input, double[] wide, double[][][] weights, double[][][] back) {
        double[][] steps = Arrays.stream(input).flatMap(Arrays::stream).toArray(double[][]::new);
        int[] places = random.some(steps.length * channels, most);
        double[] right = Arrays.stream(places)
                .mapToDouble(
                        place -> slope(steps[place / channels], place % channels, () -> loss(input, wide, weights)))
                .toArray();
        double[] all = RandomBlocks.flat(back);
        assertThat(all).hasSize(steps.length * channels);
        double[] got = Arrays.stream(places).mapToDouble(place -> all[place]).toArray();
        Closeness.assertCloseInNorm("gradient of the input of " + shape, got, right, 1, tolerance);
    }

    private void checkSums(Kernel kernel) {
        float[] gradients = new float[OFFSET + parameters.length + 1];
        Arrays.fill(gradients, 1f);
        kernel.unload(gradients, OFFSET);
        double[] got = Arrays.stream(asked)
                .mapToDouble(place -> gradients[OFFSET + place] - 1.0)
                .toArray();
        Closeness.assertCloseInNorm("gradient of the parameters", got, expected, 1, tolerance);
        assertThat(new float[] {gradients[0], gradients[OFFSET - 1], gradients[gradients.length - 1]})
                .as("what belongs to others")
                .containsOnly(1f);
        float[] again = new float[OFFSET + parameters.length];
        kernel.unload(again, OFFSET);
        assertThat(again).as("sums after they were fetched").containsOnly(0f);
    }

    private double[][][] farFromKinks(Sizes.Shape shape) {
        for (int i = 0; i < TRIES; i++) {
            double[][][] input = random.beats(shape, channels);
            Kinks kinks = new Kinks();
            reference.answer(input, RandomBlocks.wide(parameters), kinks);
            if (kinks.areFar()) {
                return input;
            }
        }
        throw new AssertionError("no input far from kinks for " + shape);
    }

    private double loss(double[][][] input, double[] wide, double[][][] weights) {
        double[][][] answer = reference.answer(input, wide, new Kinks());
        double loss = 0;
        for (int beat = 0; beat < answer.length; beat++) {
            for (int t = 0; t < answer[beat].length; t++) {
                for (int c = 0; c < answer[beat][t].length; c++) {
                    loss += answer[beat][t][c] * weights[beat][t][c];
                }
            }
        }
        return loss;
    }

    private interface Loss {
        double now();
    }

    /** The central difference quotient by one of some values. */
    private static double slope(double[] values, int place, Loss loss) {
        double value = values[place];
        values[place] = value + STEP;
        double above = loss.now();
        values[place] = value - STEP;
        double below = loss.now();
        values[place] = value;
        return (above - below) / (2 * STEP);
    }
}
