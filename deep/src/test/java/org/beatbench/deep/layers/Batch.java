package org.beatbench.deep.layers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.beatbench.deep.kernel.Activations;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Random beats as DL4J wants them, and the same as a block. Behind a beat's length DL4J's array has anything but zeros. */
final class Batch {

    private final int steps;
    private final int[] lengths;
    private final boolean masked;
    private final float[] values;
    private final int[] classes;

    private Batch(int steps, boolean masked, int... lengths) {
        this.steps = steps;
        this.masked = masked;
        this.lengths = lengths;
        SplittableRandom random = new SplittableRandom(Arrays.hashCode(lengths));
        this.values = new float[lengths.length * Networks.CHANNELS * steps];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        this.classes = random.ints(lengths.length, 0, Networks.CLASSES).toArray();
    }

    /** Beats as long as can be, without a mask. */
    static Batch full() {
        return shorter(Networks.STEPS);
    }

    /** Beats of as many steps as said, without a mask. */
    static Batch shorter(int steps) {
        return new Batch(steps, false, steps, steps, steps);
    }

    /** Beats of different lengths, with a mask. */
    static Batch masked() {
        return new Batch(Networks.STEPS, true, 13, 1, 8, 5, 11);
    }

    /** Beats of different lengths, with a mask, all of them shorter than can be. */
    static Batch maskedAndShorter(int steps) {
        return new Batch(steps, true, steps, 1, (steps + 1) / 2);
    }

    int size() {
        return lengths.length;
    }

    int label(int beat) {
        return classes[beat];
    }

    INDArray features() {
        return Nd4j.createFromArray(values).reshape('c', size(), Networks.CHANNELS, steps);
    }

    INDArray labels() {
        INDArray labels = Nd4j.zeros(size(), Networks.CLASSES);
        for (int beat = 0; beat < size(); beat++) {
            labels.putScalar(beat, classes[beat], 1);
        }
        return labels;
    }

    @Nullable
    INDArray mask() {
        if (!masked) {
            return null;
        }
        INDArray mask = Nd4j.zeros(size(), steps);
        for (int beat = 0; beat < size(); beat++) {
            for (int step = 0; step < lengths[beat]; step++) {
                mask.putScalar(beat, step, 1);
            }
        }
        return mask;
    }

    /** The mean of a channel over all steps of all beats. */
    float mean(int channel) {
        return (float) channel(channel).average().orElseThrow();
    }

    /** The mean squared distance from the mean. */
    float variance(int channel) {
        double mean = channel(channel).average().orElseThrow();
        return (float) channel(channel)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    private DoubleStream channel(int channel) {
        return IntStream.range(0, size()).boxed().flatMapToDouble(beat -> IntStream.range(0, lengths[beat])
                .mapToDouble(step -> values[(beat * Networks.CHANNELS + channel) * steps + step]));
    }

    DataSet dataSet() {
        return new DataSet(features(), labels(), mask(), null);
    }

    /** Writes the beats into a block. */
    Activations into(Activations block) {
        block.resize(size(), steps);
        for (int beat = 0; beat < size(); beat++) {
            float[] to = block.of(beat);
            Arrays.fill(to, 0f);
            block.setLength(beat, lengths[beat]);
            for (int step = 0; step < lengths[beat]; step++) {
                for (int channel = 0; channel < Networks.CHANNELS; channel++) {
                    to[step * Networks.CHANNELS + channel] =
                            values[(beat * Networks.CHANNELS + channel) * steps + step];
                }
            }
        }
        return block;
    }
}
