package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers that single precision holds exactly, and moves them between references and kernels. */
final class RandomBlocks {

    private final SplittableRandom random;

    RandomBlocks(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Normal draws. */
    float[] normal(int size, double deviation) {
        float[] drawn = new float[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = (float) (deviation * random.nextGaussian());
        }
        return drawn;
    }

    /** Beats of standard normal draws, without padding. */
    double[][][] beats(Sizes.Shape shape, int channels) {
        double[][][] beats = new double[shape.beats()][][];
        for (int beat = 0; beat < beats.length; beat++) {
            beats[beat] = new double[shape.lengths().get(beat)][];
            for (int step = 0; step < beats[beat].length; step++) {
                beats[beat][step] = wide(normal(channels, 1));
            }
        }
        return beats;
    }

    /** Normal draws of the form of other beats. */
    double[][][] like(double[][][] beats) {
        return Arrays.stream(beats)
                .map(beat -> Arrays.stream(beat)
                        .map(step -> wide(normal(step.length, 1)))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** Distinct whole numbers below {@code bound}, at most so many. */
    int[] some(int bound, int most) {
        return bound <= most
                ? java.util.stream.IntStream.range(0, bound).toArray()
                : random.ints(0, bound).distinct().limit(most).sorted().toArray();
    }

    static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    /** A block with zeros in the padding, and with what is not a number wherever nobody has to look. */
    static Activations block(double[][][] beats, int steps, Activations room) {
        int channels = room.channels();
        for (int sample = 0; sample < room.capacitySamples(); sample++) {
            Arrays.fill(room.of(sample), Float.NaN);
        }
        room.resize(beats.length, steps);
        for (int beat = 0; beat < beats.length; beat++) {
            float[] values = room.of(beat);
            Arrays.fill(values, 0, steps * channels, 0f);
            for (int step = 0; step < beats[beat].length; step++) {
                for (int channel = 0; channel < channels; channel++) {
                    values[step * channels + channel] = (float) beats[beat][step][channel];
                }
            }
            room.setLength(beat, beats[beat].length);
        }
        return room;
    }

    /** The beats of a block, whose padding has to be zero. */
    static double[][][] beats(Activations block) {
        int channels = block.channels();
        double[][][] beats = new double[block.samples()][][];
        for (int beat = 0; beat < beats.length; beat++) {
            float[] values = block.of(beat);
            beats[beat] = new double[block.length(beat)][channels];
            for (int i = 0; i < block.steps() * channels; i++) {
                if (i < block.length(beat) * channels) {
                    beats[beat][i / channels][i % channels] = values[i];
                } else {
                    assertThat(values[i])
                            .as("padding of beat %d at %d", beat, i)
                            .isZero();
                }
            }
        }
        return beats;
    }

    /** All values, one after the other. */
    static double[] flat(double[][][] beats) {
        return Arrays.stream(beats)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
