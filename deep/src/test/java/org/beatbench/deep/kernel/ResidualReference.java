package org.beatbench.deep.kernel;

import java.util.Arrays;

/** y = ReLU(f(x) + x) with f = convolution, ReLU, convolution; where the channels change, x goes through a convolution too. */
record ResidualReference(int in, int out, int kernel, boolean normalised, boolean training) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        int first = kernel * in * out + out;
        int second = kernel * out * out + out;
        int norm = normalised ? 4 * out : 0;
        double[][][] through = convolve(in, kernel, input, parameters, 0);
        if (normalised) {
            through = normalise(through, parameters, first);
        }
        through = relu(through, kinks);
        through = convolve(out, kernel, through, parameters, first + norm);
        if (normalised) {
            through = normalise(through, parameters, first + norm + second);
        }
        double[][][] around = in == out ? input : convolve(in, 1, input, parameters, first + norm + second + norm);
        return relu(sum(through, around), kinks);
    }

    private double[][][] convolve(int from, int width, double[][][] input, double[] parameters, int offset) {
        int size = width * from * out + out;
        return new ConvolutionReference(from, out, width, false)
                .answer(input, Arrays.copyOfRange(parameters, offset, offset + size), new Kinks());
    }

    private double[][][] normalise(double[][][] input, double[] parameters, int offset) {
        return new BatchNormReference(out, false, training)
                .answer(input, Arrays.copyOfRange(parameters, offset, offset + 4 * out), new Kinks());
    }

    private static double[][][] relu(double[][][] input, Kinks kinks) {
        return Arrays.stream(input)
                .map(beat -> Arrays.stream(beat)
                        .map(step -> Arrays.stream(step).map(kinks::relu).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[][][] sum(double[][][] a, double[][][] b) {
        double[][][] sum = new double[a.length][][];
        for (int beat = 0; beat < a.length; beat++) {
            sum[beat] = new double[a[beat].length][];
            for (int t = 0; t < a[beat].length; t++) {
                sum[beat][t] = a[beat][t].clone();
                for (int c = 0; c < sum[beat][t].length; c++) {
                    sum[beat][t][c] += b[beat][t][c];
                }
            }
        }
        return sum;
    }

    @Override
    public boolean learns(int parameter) {
        if (!normalised) {
            return true;
        }
        int first = kernel * in * out + out;
        int second = first + 4 * out + kernel * out * out + out;
        return !isStatistic(parameter - first) && !isStatistic(parameter - second);
    }

    private boolean isStatistic(int place) {
        return place >= 2 * out && place < 4 * out;
    }
}
