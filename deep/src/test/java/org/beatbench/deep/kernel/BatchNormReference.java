package org.beatbench.deep.kernel;

import java.util.Arrays;

/**
 * y = γ · (x − μ) / √(σ² + 10⁻⁵) + β, with mean and variance over all steps of all beats in training, else with the running
 * ones.
 */
record BatchNormReference(int channels, boolean relu, boolean training) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        double[][][] answer = new double[input.length][][];
        for (int beat = 0; beat < input.length; beat++) {
            answer[beat] = new double[input[beat].length][channels];
        }
        for (int c = 0; c < channels; c++) {
            double mean = training ? mean(input, c) : parameters[2 * channels + c];
            double variance = training ? variance(input, c) : parameters[3 * channels + c];
            for (int beat = 0; beat < input.length; beat++) {
                for (int t = 0; t < input[beat].length; t++) {
                    double normalised = (input[beat][t][c] - mean) / Math.sqrt(variance + 1e-5);
                    double y = parameters[c] * normalised + parameters[channels + c];
                    answer[beat][t][c] = relu ? kinks.relu(y) : y;
                }
            }
        }
        return answer;
    }

    static double mean(double[][][] input, int channel) {
        return Arrays.stream(input)
                .flatMap(Arrays::stream)
                .mapToDouble(step -> step[channel])
                .average()
                .orElseThrow();
    }

    /** The mean squared distance from the mean. */
    static double variance(double[][][] input, int channel) {
        double mean = mean(input, channel);
        return Arrays.stream(input)
                .flatMap(Arrays::stream)
                .mapToDouble(step -> (step[channel] - mean) * (step[channel] - mean))
                .average()
                .orElseThrow();
    }

    @Override
    public boolean learns(int parameter) {
        return parameter < 2 * channels;
    }
}
