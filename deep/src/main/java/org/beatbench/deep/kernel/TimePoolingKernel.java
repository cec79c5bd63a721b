package org.beatbench.deep.kernel;

import java.util.Arrays;

/**
 * From a table over time to one row per beat; padding takes no part. Where asked for, the beat's length, as a share of the
 * longest possible, is the last value of the row.
 */
public final class TimePoolingKernel implements Kernel {

    private final TimePooling pooling;
    private final boolean seesLength;
    private final int steps;
    private final int channels;
    private final int width;
    private final Activations answer;
    private final Activations inputGradient;
    private final float[] folded;
    private final float[] half;
    private Activations input;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param channels values per step
     * @param pooling what is done over time
     * @param seesLength whether the length becomes a value
     */
    public TimePoolingKernel(Extent extent, int channels, TimePooling pooling, boolean seesLength) {
        this.pooling = pooling;
        this.seesLength = seesLength;
        this.steps = extent.steps();
        this.channels = channels;
        this.width = pooling.width(steps, channels);
        answer = new Activations(extent.samples(), 1, width + (seesLength ? 1 : 0));
        inputGradient = new Activations(extent.training() ? extent.samples() : 0, steps, channels);
        folded = new float[steps * channels];
        half = new float[steps * channels];
        input = answer;
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        input = block;
        answer.resize(block.samples(), 1);
        for (int sample = 0; sample < block.samples(); sample++) {
            answer.setLength(sample, 1);
            float[] to = answer.of(sample);
            float[] from = block.of(sample);
            int length = block.length(sample);
            if (pooling == TimePooling.FLATTEN) {
                System.arraycopy(from, 0, to, 0, length * channels);
                Arrays.fill(to, length * channels, width, 0f);
            }
            if (pooling.takesMean()) {
                System.arraycopy(from, 0, folded, 0, length * channels);
                Vectors.foldSum(folded, length, channels, half);
                Vectors.scale(folded, 1f / length, channels);
                System.arraycopy(folded, 0, to, 0, channels);
            }
            if (pooling.takesMax()) {
                System.arraycopy(from, 0, folded, 0, length * channels);
                Vectors.foldMax(folded, length, channels, half);
                System.arraycopy(folded, 0, to, width - channels, channels);
            }
            if (seesLength) {
                to[width] = (float) length / steps;
            }
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        inputGradient.shapeLike(input);
        for (int sample = 0; sample < input.samples(); sample++) {
            float[] from = gradient.of(sample);
            float[] to = inputGradient.of(sample);
            int length = input.length(sample);
            if (pooling == TimePooling.FLATTEN) {
                System.arraycopy(from, 0, to, 0, length * channels);
            } else if (pooling.takesMean()) {
                System.arraycopy(from, 0, half, 0, channels);
                Vectors.scale(half, 1f / length, channels);
                Vectors.repeat(half, channels, to, length * channels);
            } else {
                Vectors.clear(to, length * channels);
            }
            if (pooling.takesMax()) {
                returnToMaxima(from, input.of(sample), answer.of(sample), to, length);
            }
            inputGradient.clearPadding(sample);
        }
        return inputGradient;
    }

    /** The gradient of a maximum belongs to the first step that has it. */
    private void returnToMaxima(float[] from, float[] values, float[] maxima, float[] to, int length) {
        int offset = width - channels;
        System.arraycopy(from, offset, folded, 0, channels);
        for (int step = 0; step < length; step++) {
            int row = step * channels;
            for (int c = 0; c < channels; c++) {
                if (values[row + c] == maxima[offset + c]) {
                    to[row + c] += folded[c];
                    folded[c] = 0f;
                }
            }
        }
    }
}
