package org.beatbench.deep.layers;

import java.util.Arrays;
import org.beatbench.deep.kernel.Activations;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Between DL4J's arrays, {@code [beats, channels, steps]} or {@code [beats, values]}, and blocks. */
final class Sequences {

    private Sequences() {}

    /** Steps of each beat that the mask (ones, then zeros) lets through; at least 1. All of them without a mask. */
    static int[] lengths(@Nullable INDArray mask, int beats, int steps) {
        int[] lengths = new int[beats];
        if (mask == null) {
            Arrays.fill(lengths, steps);
            return lengths;
        }
        INDArray sums = mask.castTo(DataType.FLOAT).sum(1);
        for (int beat = 0; beat < beats; beat++) {
            lengths[beat] = Math.max(1, sums.getInt(beat));
        }
        return lengths;
    }

    /** A mask of ones up to each length. */
    static INDArray mask(int[] lengths, int steps, DataType type) {
        float[][] mask = new float[lengths.length][steps];
        for (int beat = 0; beat < lengths.length; beat++) {
            Arrays.fill(mask[beat], 0, lengths[beat], 1f);
        }
        return Nd4j.createFromArray(mask).castTo(type);
    }

    /** Copies an array into a block whose extent and lengths are set; padding becomes zero. */
    static void read(INDArray from, Activations to) {
        float[] flat = from.dup('c').data().asFloat();
        int steps = to.steps();
        int channels = to.channels();
        for (int beat = 0; beat < to.samples(); beat++) {
            float[] values = to.of(beat);
            for (int step = 0; step < steps; step++) {
                for (int channel = 0; channel < channels; channel++) {
                    values[step * channels + channel] =
                            step < to.length(beat) ? flat[(beat * channels + channel) * steps + step] : 0f;
                }
            }
        }
    }

    /** Copies a block into an array of the workspace that DL4J wants it in. */
    static INDArray write(
            Activations from, boolean keepsTime, DataType type, LayerWorkspaceMgr workspaces, ArrayType purpose) {
        int beats = from.samples();
        int steps = from.steps();
        int channels = from.channels();
        float[] flat = new float[beats * channels * steps];
        for (int beat = 0; beat < beats; beat++) {
            float[] values = from.of(beat);
            for (int channel = 0; channel < channels; channel++) {
                for (int step = 0; step < steps; step++) {
                    flat[(beat * channels + channel) * steps + step] = values[step * channels + channel];
                }
            }
        }
        long[] shape = keepsTime ? new long[] {beats, channels, steps} : new long[] {beats, channels};
        INDArray to = workspaces.createUninitialized(purpose, type, shape, 'c');
        to.assign(Nd4j.createFromArray(flat).castTo(type).reshape('c', shape));
        return to;
    }
}
