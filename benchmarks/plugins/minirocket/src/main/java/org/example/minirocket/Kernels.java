package org.example.minirocket;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * The 84 kernels of length 9 with three weights of 2 and six of −1, at dilations up to the series' length, with and without
 * padding. A feature is the share of values of a convolution above a bias; biases are quantiles of the convolution of training
 * series (Dempster et al. 2021, section 3).
 */
final class Kernels {

    static final int COUNT = 84;

    private static final int LENGTH = 9;
    private static final int MOST_DILATIONS = 32;
    private static final int[][] INDICES = indices();
    private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;

    private final int length;
    private final int[] dilations;
    /** Features of each kernel at each dilation. */
    private final int[] counts;
    /** By dilation, kernel and feature. */
    private final float[] biases;

    private Kernels(int length, int[] dilations, int[] counts, float[] biases) {
        this.length = length;
        this.dilations = dilations;
        this.counts = counts;
        this.biases = biases;
    }

    /**
     * Fits the biases.
     *
     * @param length of the series; shorter ones than the kernels are taken for padded
     * @param size how many series there are
     * @param series the training series, by number
     * @param features how many there shall be; what is no multiple of 84 is left out
     */
    static Kernels fit(int length, int size, IntFunction<float[]> series, int features, SplittableRandom random) {
        int[][] plan = plan(Math.max(LENGTH, length), features / COUNT);
        Kernels kernels = new Kernels(length, plan[0], plan[1], new float[Arrays.stream(plan[1]).sum() * COUNT]);
        Scratch scratch = new Scratch(Math.max(LENGTH, length));
        int at = 0;
        int quantile = 1;
        for (int d = 0; d < kernels.dilations.length; d++) {
            for (int kernel = 0; kernel < COUNT; kernel++) {
                scratch.load(series.apply(random.nextInt(size)), kernels.dilations[d]);
                float[] sorted = scratch.convolved(INDICES[kernel]).clone();
                Arrays.sort(sorted);
                for (int i = 0; i < kernels.counts[d]; i++) {
                    double place = (quantile++ * GOLDEN) % 1 * (sorted.length - 1);
                    int below = (int) place;
                    int above = Math.min(below + 1, sorted.length - 1);
                    kernels.biases[at++] = (float) (sorted[below] + (place - below) * (sorted[above] - sorted[below]));
                }
            }
        }
        return kernels;
    }

    /** Dilations, spread exponentially from 1 to where a kernel is as long as the series, and the features of each kernel there. */
    private static int[][] plan(int length, int perKernel) {
        int spread = Math.min(perKernel, MOST_DILATIONS);
        double greatest = Math.log((length - 1) / (double) (LENGTH - 1)) / Math.log(2);
        List<Integer> dilations = new ArrayList<>();
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < spread; i++) {
            int dilation = (int) Math.pow(2, spread == 1 ? 0 : greatest * i / (spread - 1));
            int last = dilations.size() - 1;
            if (last >= 0 && dilations.get(last) == dilation) {
                shares.set(last, shares.get(last) + 1);
            } else {
                dilations.add(dilation);
                shares.add(1);
            }
        }
        int[] counts = shares.stream()
                .mapToInt(share -> (int) (share * (perKernel / (double) spread)))
                .toArray();
        int left = perKernel - Arrays.stream(counts).sum();
        for (int i = 0; left > 0; i = (i + 1) % counts.length, left--) {
            counts[i]++;
        }
        return new int[][] {dilations.stream().mapToInt(Integer::intValue).toArray(), counts};
    }

    int features() {
        return biases.length;
    }

    Scratch scratch() {
        return new Scratch(Math.max(LENGTH, length));
    }

    /** Writes the features of a series into a row, from a column on. */
    void copy(float[] series, Scratch scratch, float[] row, int start) {
        int at = 0;
        for (int d = 0; d < dilations.length; d++) {
            int dilation = dilations[d];
            scratch.load(series, dilation);
            int reach = (LENGTH - 1) * dilation / 2;
            for (int kernel = 0; kernel < COUNT; kernel++) {
                float[] values = scratch.convolved(INDICES[kernel]);
                boolean padded = (d + kernel) % 2 == 0 || values.length <= 2 * reach;
                int from = padded ? 0 : reach;
                int to = padded ? values.length : values.length - reach;
                for (int i = 0; i < counts[d]; i++, at++) {
                    row[start + at] = above(values, from, to, biases[at]);
                }
            }
        }
    }

    private static float above(float[] values, int from, int to, float bias) {
        int above = 0;
        for (int t = from; t < to; t++) {
            above += values[t] > bias ? 1 : 0;
        }
        return (float) above / (to - from);
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(length);
        out.writeInt(dilations.length);
        for (int d = 0; d < dilations.length; d++) {
            out.writeInt(dilations[d]);
            out.writeInt(counts[d]);
        }
        for (float bias : biases) {
            out.writeFloat(bias);
        }
    }

    static Kernels load(DataInputStream in, int length) throws IOException {
        if (in.readInt() != length) {
            throw new IOException("the model was fitted to series of another length than " + length);
        }
        int[] dilations = new int[bounded(in.readInt(), MOST_DILATIONS)];
        int[] counts = new int[dilations.length];
        for (int d = 0; d < dilations.length; d++) {
            dilations[d] = bounded(in.readInt(), Math.max(LENGTH, length));
            counts[d] = bounded(in.readInt(), 9996);
        }
        float[] biases = new float[Math.min(9996, Arrays.stream(counts).sum() * COUNT)];
        for (int i = 0; i < biases.length; i++) {
            biases[i] = in.readFloat();
        }
        return new Kernels(length, dilations, counts, biases);
    }

    private static int bounded(int value, int greatest) throws IOException {
        if (value < 0 || value > greatest) {
            throw new IOException("the model file is damaged");
        }
        return value;
    }

    /** Where the weights of 2 are, for each kernel. */
    private static int[][] indices() {
        int[][] all = new int[COUNT][];
        int at = 0;
        for (int i = 0; i < LENGTH; i++) {
            for (int j = i + 1; j < LENGTH; j++) {
                for (int k = j + 1; k < LENGTH; k++) {
                    all[at++] = new int[] {i, j, k};
                }
            }
        }
        return all;
    }

    /** What one thread convolves in. */
    static final class Scratch {

        /** −1 times the sum of a series shifted to the nine places of a kernel. */
        private final float[] sum;
        /** The series shifted to each of them, times 3: a weight of 2 is one of −1, and 3. */
        private final float[][] shifted;

        private final float[] values;

        private Scratch(int length) {
            sum = new float[length];
            shifted = new float[LENGTH][length];
            values = new float[length];
        }

        private void load(float[] series, int dilation) {
            Arrays.fill(sum, 0);
            for (int place = 0; place < LENGTH; place++) {
                float[] target = shifted[place];
                Arrays.fill(target, 0);
                int shift = (place - LENGTH / 2) * dilation;
                int from = Math.max(0, -shift);
                int to = Math.min(target.length, series.length - shift);
                for (int t = from; t < to; t++) {
                    target[t] = 3 * series[t + shift];
                }
                for (int t = from; t < to; t++) {
                    sum[t] -= series[t + shift];
                }
            }
        }

        private float[] convolved(int[] places) {
            float[] first = shifted[places[0]];
            float[] second = shifted[places[1]];
            float[] third = shifted[places[2]];
            for (int t = 0; t < values.length; t++) {
                values[t] = sum[t] + first[t] + second[t] + third[t];
            }
            return values;
        }
    }
}
