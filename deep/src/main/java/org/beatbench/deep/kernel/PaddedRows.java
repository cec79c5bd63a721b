package org.beatbench.deep.kernel;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A block in native memory such that a convolution over time is a handful of ordinary matrix products.
 *
 * <p>Rows of {@code channels} values stand one after the other, time step by time step, with {@code kernel / 2} rows of zeros
 * before, between and after the beats. The {@code kernel} rows around a step are then contiguous, and the output rows p, p +
 * kernel, p + 2·kernel, … (phase p) are the product of a matrix whose lines are {@code kernel · channels} apart. No row is copied
 * more than once.
 */
final class PaddedRows {

    private final FloatPointer base;
    private final FloatPointer cursor;
    private final FloatPointer[] inputs;
    private final FloatPointer[] outputs;
    private final float[] zeros;
    private final int kernel;
    private final int channels;
    private final int gap;
    private final int most;
    private int samples;
    private int steps;

    PaddedRows(Arena arena, int samples, int steps, int kernel, int channels) {
        this.kernel = kernel;
        this.channels = channels;
        this.gap = kernel / 2;
        this.most = kernel * phaseRows(samples, steps);
        int rows = most + 2 * kernel;
        this.base = arena.floats(rows * channels);
        this.cursor = Arena.at(base, 0);
        this.inputs = new FloatPointer[kernel];
        this.outputs = new FloatPointer[kernel];
        for (int phase = 0; phase < kernel; phase++) {
            inputs[phase] = Arena.at(base, (long) phase * channels);
            outputs[phase] = Arena.at(base, (long) (gap + phase) * channels);
        }
        this.zeros = new float[2 * kernel * channels];
    }

    /** Sets the extent of the block that follows. */
    void resize(int newSamples, int newSteps) {
        samples = newSamples;
        steps = newSteps;
    }

    /** Rows of one phase. */
    int phaseRows() {
        return phaseRows(samples, steps);
    }

    private int phaseRows(int ofSamples, int ofSteps) {
        return (ofSamples * (ofSteps + gap) + kernel - 1) / kernel;
    }

    /** All rows that phases make, gaps included. */
    int allRows() {
        return kernel * phaseRows();
    }

    /** All rows of the largest block. */
    int allRowsAtMost() {
        return most;
    }

    /** Where the lines of a phase begin when these rows are convolved. */
    FloatPointer input(int phase) {
        return inputs[phase];
    }

    /** Where the lines of a phase begin when these rows are the result. */
    FloatPointer output(int phase) {
        return outputs[phase];
    }

    /** Floats from one line of a phase to the next. */
    int stride() {
        return kernel * channels;
    }

    int channels() {
        return channels;
    }

    void read(int sample, float[] values) {
        seek(sample, 0).get(values, 0, steps * channels);
    }

    /** Writes a beat, and the gap behind it, where an earlier block of another extent may have left something. */
    void write(int sample, float[] values) {
        seek(sample, 0).put(values, 0, steps * channels);
        int behind = sample == samples - 1 ? 2 * kernel : gap;
        if (behind > 0) {
            seek(sample, steps).put(zeros, 0, behind * channels);
        }
    }

    private FloatPointer seek(int sample, int step) {
        return cursor.position(base.position() + (long) (gap + sample * (steps + gap) + step) * channels);
    }
}
