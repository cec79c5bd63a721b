package org.beatbench.deep.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Puts what a network makes of a beat's features behind what it made of its channels. Features are standardised, as they were in
 * training, limited, and sent through a dense layer with a ReLU.
 *
 * <p>Parameters: the mean of each feature, the factor that its distance from the mean is multiplied by, then those of the dense
 * layer as in {@link DenseKernel}. Means and factors are not learned here; their gradients are zero.
 */
public final class FeatureJoinKernel implements Kernel {

    /** A feature of a new recording may be far from all that was learned from, and then would outvote everything else. */
    public static final float LIMIT = 8f;

    private final int in;
    private final int features;
    private final int units;
    private final DenseKernel dense;
    private final float[] means;
    private final float[] factors;
    private final Activations standardised;
    private final Activations answer;
    private final Activations inputGradient;
    private final Activations unitGradient;
    private @Nullable Activations beside;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block; its steps are 1
     * @param in values per beat that come from the layer before
     * @param features features per beat
     * @param units values that are made of them
     */
    public FeatureJoinKernel(Extent extent, int in, int features, int units) {
        this.in = in;
        this.features = features;
        this.units = units;
        int samples = extent.samples();
        dense = new DenseKernel(extent, features, units, true);
        means = new float[features];
        factors = new float[features];
        standardised = new Activations(samples, 1, features);
        answer = new Activations(samples, 1, in + units);
        inputGradient = new Activations(extent.training() ? samples : 0, 1, in);
        unitGradient = new Activations(extent.training() ? samples : 0, 1, units);
    }

    /** Number of features. */
    public int features() {
        return features;
    }

    /**
     * Takes the features of the block that comes next.
     *
     * @param block one step per beat, in the order of the beats
     */
    public void take(Activations block) {
        beside = block;
    }

    @Override
    public void load(float[] parameters, int offset) {
        System.arraycopy(parameters, offset, means, 0, features);
        System.arraycopy(parameters, offset + features, factors, 0, features);
        dense.load(parameters, offset + 2 * features);
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        if (beside == null || beside.samples() != block.samples()) {
            throw new IllegalStateException("a block of " + block.samples() + " beats without their features");
        }
        standardised.shapeLike(beside);
        for (int sample = 0; sample < block.samples(); sample++) {
            float[] values = standardised.of(sample);
            Vectors.difference(values, beside.of(sample), means, features);
            // before and after, so that nothing infinite meets a factor of zero
            Vectors.limit(values, Float.MAX_VALUE, features);
            Vectors.multiply(values, values, factors, features);
            Vectors.limit(values, LIMIT, features);
        }
        Activations made = dense.forward(standardised, pass);
        answer.resize(block.samples(), 1);
        for (int sample = 0; sample < block.samples(); sample++) {
            answer.setLength(sample, 1);
            System.arraycopy(block.of(sample), 0, answer.of(sample), 0, in);
            System.arraycopy(made.of(sample), 0, answer.of(sample), in, units);
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        inputGradient.shapeLike(answer);
        unitGradient.shapeLike(answer);
        for (int sample = 0; sample < answer.samples(); sample++) {
            System.arraycopy(gradient.of(sample), 0, inputGradient.of(sample), 0, in);
            System.arraycopy(gradient.of(sample), in, unitGradient.of(sample), 0, units);
        }
        dense.backward(unitGradient);
        return inputGradient;
    }

    @Override
    public void unload(float[] gradients, int offset) {
        dense.unload(gradients, offset + 2 * features);
    }

    @Override
    public void close() {
        dense.close();
    }
}
