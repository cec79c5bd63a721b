package org.beatbench.deep.kernel;

/**
 * Maximum over a window of time steps, without padding.
 *
 * <p>A beat of length n has ⌈n / stride⌉ steps afterwards, but not more than there are windows. Where a window reaches beyond
 * the block it sees zeros, as it does behind the length.
 */
public final class MaxPoolingKernel implements Kernel {

    private final int window;
    private final int stride;
    private final int channels;
    private final int capacitySteps;
    private final Activations answer;
    private final Activations inputGradient;
    private final float[][] candidates;
    private final float[][] phases;
    private final float[] left;
    private final float[] share;
    private final float[] shifted;
    private Activations input;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block that comes in
     * @param channels values per step
     * @param window time steps that a maximum is taken over
     * @param stride time steps from one window to the next, at most the window
     */
    public MaxPoolingKernel(Extent extent, int channels, int window, int stride) {
        this.window = window;
        this.stride = stride;
        this.channels = channels;
        this.capacitySteps = steps(extent.steps(), window, stride);
        int rows = capacitySteps + (window - 1) / stride;
        this.answer = new Activations(extent.samples(), capacitySteps, channels);
        this.inputGradient = new Activations(extent.training() ? extent.samples() : 0, extent.steps(), channels);
        this.input = answer;
        this.candidates = new float[window][capacitySteps * channels];
        this.phases = new float[stride][rows * channels];
        this.left = new float[rows * channels];
        this.share = new float[rows * channels];
        this.shifted = new float[rows * channels];
    }

    /**
     * Number of windows.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static int steps(int steps, int window, int stride) {
        if (steps < window) {
            throw new IllegalArgumentException(
                    "a pooling window of " + window + " does not fit " + steps + " time steps");
        }
        return (steps - window) / stride + 1;
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        input = block;
        answer.resize(block.samples(), pooled(block.steps()));
        int n = answer.steps() * channels;
        for (int sample = 0; sample < block.samples(); sample++) {
            answer.setLength(sample, pooled(block.length(sample)));
            gather(block.of(sample), block.steps());
            float[] to = answer.of(sample);
            System.arraycopy(candidates[0], 0, to, 0, n);
            for (int place = 1; place < window; place++) {
                Vectors.max(to, candidates[place], n);
            }
            answer.clearPadding(sample);
        }
        return answer;
    }

    private int pooled(int steps) {
        return Math.min(capacitySteps, (steps + stride - 1) / stride);
    }

    /** Collects the first, second, … step of every window. */
    private void gather(float[] values, int steps) {
        for (int place = 0; place < window; place++) {
            float[] to = candidates[place];
            for (int step = 0; step < answer.steps(); step++) {
                int from = step * stride + place;
                if (from < steps) {
                    System.arraycopy(values, from * channels, to, step * channels, channels);
                } else {
                    java.util.Arrays.fill(to, step * channels, (step + 1) * channels, 0f);
                }
            }
        }
    }

    @Override
    public Activations backward(Activations gradient) {
        inputGradient.shapeLike(input);
        int n = answer.steps() * channels;
        for (int sample = 0; sample < input.samples(); sample++) {
            gather(input.of(sample), input.steps());
            System.arraycopy(gradient.of(sample), 0, left, 0, n);
            int rows = answer.steps() + (window - 1) / stride;
            for (float[] phase : phases) {
                Vectors.clear(phase, rows * channels);
            }
            for (int place = 0; place < window; place++) {
                Vectors.takeShare(share, left, answer.of(sample), candidates[place], n);
                int shift = place / stride * channels;
                Vectors.clear(shifted, rows * channels);
                System.arraycopy(share, 0, shifted, shift, n);
                Vectors.add(phases[place % stride], shifted, rows * channels);
            }
            scatter(inputGradient.of(sample), rows);
            inputGradient.clearPadding(sample);
        }
        return inputGradient;
    }

    private void scatter(float[] to, int rows) {
        for (int step = 0; step < input.steps(); step++) {
            int row = step / stride;
            if (row < rows) {
                System.arraycopy(phases[step % stride], row * channels, to, step * channels, channels);
            } else {
                java.util.Arrays.fill(to, step * channels, (step + 1) * channels, 0f);
            }
        }
    }
}
