package org.beatbench.deep.kernel;

/**
 * Batch normalisation over time (Ioffe and Szegedy 2015), and a ReLU after it where asked for. In training the statistics are
 * those of the block, padding left out; otherwise the running ones.
 *
 * <p>Parameters: gamma, beta, running mean, running variance, each one value per channel. The "gradient" of a running value is
 * what is to be subtracted from it after division by the number of beats, as in DL4J's own batch normalisation.
 */
public final class BatchNormKernel implements Kernel {

    /** How much of a running value survives a batch. */
    static final float MEMORY = 0.9f;

    private static final float EPSILON = 1e-5f;

    private final int channels;
    private final boolean relu;
    private final Activations answer;
    private final Activations inputGradient;
    private final float[] parameters;
    private final float[] sums;
    private final float[] mean;
    private final float[] inverseDeviation;
    private final float[] row;
    private final float[] centreOverTime;
    private final float[] scaleOverTime;
    private final float[] shiftOverTime;
    private final float[] gainOverTime;
    private final float[] folded;
    private final float[] half;
    private Activations input;
    private long steps;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param channels values per step
     * @param relu whether a ReLU follows
     */
    public BatchNormKernel(Extent extent, int channels, boolean relu) {
        this.channels = channels;
        this.relu = relu;
        int n = extent.steps() * channels;
        answer = new Activations(extent.samples(), extent.steps(), channels);
        inputGradient = new Activations(extent.training() ? extent.samples() : 0, extent.steps(), channels);
        input = answer;
        parameters = new float[4 * channels];
        sums = new float[4 * channels];
        mean = new float[channels];
        inverseDeviation = new float[channels];
        row = new float[channels];
        centreOverTime = new float[n];
        scaleOverTime = new float[n];
        shiftOverTime = new float[n];
        gainOverTime = new float[n];
        folded = new float[n];
        half = new float[n];
    }

    /** Number of parameters. */
    public static int parameters(int channels) {
        return 4 * channels;
    }

    @Override
    public void load(float[] from, int offset) {
        System.arraycopy(from, offset, parameters, 0, parameters.length);
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        input = block;
        answer.shapeLike(block);
        if (pass.training()) {
            measure(block);
        } else {
            for (int c = 0; c < channels; c++) {
                mean[c] = parameters[2 * channels + c];
                inverseDeviation[c] = inverseRoot(parameters[3 * channels + c]);
            }
        }
        int n = block.steps() * channels;
        // centred first: a deviation that is small beside the mean would lose its digits otherwise
        Vectors.repeat(mean, channels, centreOverTime, n);
        spread(n, c -> parameters[c] * inverseDeviation[c], scaleOverTime);
        spread(n, c -> parameters[channels + c], shiftOverTime);
        for (int sample = 0; sample < block.samples(); sample++) {
            if (relu) {
                Vectors.affineRelu(
                        answer.of(sample), block.of(sample), centreOverTime, scaleOverTime, shiftOverTime, n);
            } else {
                Vectors.affine(answer.of(sample), block.of(sample), centreOverTime, scaleOverTime, shiftOverTime, n);
            }
            answer.clearPadding(sample);
        }
        return answer;
    }

    private void measure(Activations block) {
        double[] total = new double[channels];
        steps = 0;
        for (int sample = 0; sample < block.samples(); sample++) {
            int length = block.length(sample);
            steps += length;
            System.arraycopy(block.of(sample), 0, folded, 0, length * channels);
            collect(length, total);
        }
        for (int c = 0; c < channels; c++) {
            mean[c] = (float) (total[c] / steps);
            total[c] = 0;
        }
        Vectors.repeat(mean, channels, shiftOverTime, block.steps() * channels);
        for (int sample = 0; sample < block.samples(); sample++) {
            int length = block.length(sample);
            Vectors.squaredDifference(folded, block.of(sample), shiftOverTime, length * channels);
            collect(length, total);
        }
        for (int c = 0; c < channels; c++) {
            float variance = (float) (total[c] / steps);
            inverseDeviation[c] = inverseRoot(variance);
            float weight = (1 - MEMORY) * block.samples();
            sums[2 * channels + c] += weight * (parameters[2 * channels + c] - mean[c]);
            sums[3 * channels + c] += weight * (parameters[3 * channels + c] - variance);
        }
    }

    /** Adds what stands in {@link #folded} up over time. */
    private void collect(int length, double[] total) {
        Vectors.foldSum(folded, length, channels, half);
        for (int c = 0; c < channels; c++) {
            total[c] += folded[c];
        }
    }

    /** What a distance from the mean is multiplied by, for the given variance. */
    public static float inverseRoot(float variance) {
        return (float) (1 / Math.sqrt(variance + EPSILON));
    }

    /**
     * With x̂ the normalised input and N the number of steps: dγ = Σ dy·x̂, dβ = Σ dy, dx = γ/σ · (dy − dβ/N − x̂·dγ/N)
     * (Ioffe and Szegedy 2015, section 3).
     */
    @Override
    public Activations backward(Activations gradient) {
        inputGradient.shapeLike(input);
        int n = input.steps() * channels;
        double[] gamma = new double[channels];
        double[] beta = new double[channels];
        Vectors.repeat(mean, channels, centreOverTime, n);
        Vectors.repeat(inverseDeviation, channels, scaleOverTime, n);
        for (int sample = 0; sample < input.samples(); sample++) {
            float[] dy = gradient.of(sample);
            if (relu) {
                Vectors.maskByRelu(dy, answer.of(sample), n);
            }
            int length = input.length(sample);
            float[] normalised = inputGradient.of(sample);
            Vectors.standardise(normalised, input.of(sample), centreOverTime, scaleOverTime, n);
            Vectors.multiply(folded, normalised, dy, length * channels);
            collect(length, gamma);
            System.arraycopy(dy, 0, folded, 0, length * channels);
            collect(length, beta);
        }
        for (int c = 0; c < channels; c++) {
            sums[c] += (float) gamma[c];
            sums[channels + c] += (float) beta[c];
        }
        spread(n, c -> parameters[c] * inverseDeviation[c], gainOverTime);
        spread(n, c -> -gainOverTime[c] * (float) (gamma[c] / steps), scaleOverTime);
        spread(n, c -> -gainOverTime[c] * (float) (beta[c] / steps), shiftOverTime);
        for (int sample = 0; sample < input.samples(); sample++) {
            float[] to = inputGradient.of(sample);
            Vectors.scaleAndShift(to, scaleOverTime, shiftOverTime, n);
            Vectors.multiply(folded, gradient.of(sample), gainOverTime, n);
            Vectors.add(to, folded, n);
            inputGradient.clearPadding(sample);
        }
        return inputGradient;
    }

    private interface PerChannel {
        float at(int channel);
    }

    private void spread(int n, PerChannel value, float[] overTime) {
        for (int c = 0; c < channels; c++) {
            row[c] = value.at(c);
        }
        Vectors.repeat(row, channels, overTime, n);
    }

    @Override
    public void unload(float[] gradients, int offset) {
        for (int i = 0; i < sums.length; i++) {
            gradients[offset + i] += sums[i];
            sums[i] = 0;
        }
    }
}
