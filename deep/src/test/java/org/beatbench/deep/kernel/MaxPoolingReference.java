package org.beatbench.deep.kernel;

import java.util.stream.IntStream;

/**
 * y[w][c] = max over the window of x[w·stride + k][c], for all windows that begin in the beat, but not for more of them than
 * {@code most}. Behind the beat x is zero.
 */
record MaxPoolingReference(int channels, int window, int stride, int most) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        double[][][] answer = new double[input.length][][];
        for (int beat = 0; beat < input.length; beat++) {
            double[][] x = input[beat];
            int windows = Math.min(most, (x.length + stride - 1) / stride);
            answer[beat] = new double[windows][channels];
            for (int w = 0; w < windows; w++) {
                for (int c = 0; c < channels; c++) {
                    answer[beat][w][c] = max(x, w * stride, c, kinks);
                }
            }
        }
        return answer;
    }

    private double max(double[][] x, int from, int channel, Kinks kinks) {
        int inside = Math.min(window, x.length - from);
        // one zero stands for all of them
        return kinks.max(IntStream.range(0, inside < window ? inside + 1 : inside)
                .mapToDouble(k -> k < inside ? x[from + k][channel] : 0)
                .toArray());
    }
}
