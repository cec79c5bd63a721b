package org.beatbench.deep.kernel;

/** y[t][o] = b[o] + Σ over k and i of w[k][i][o] · x[t + k − ⌊kernel/2⌋][i], where x is zero before the beat and behind it. */
record ConvolutionReference(int in, int out, int kernel, boolean relu) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        double[][][] answer = new double[input.length][][];
        for (int beat = 0; beat < input.length; beat++) {
            answer[beat] = new double[input[beat].length][out];
            for (int t = 0; t < input[beat].length; t++) {
                for (int o = 0; o < out; o++) {
                    double sum = sum(input[beat], parameters, t, o);
                    answer[beat][t][o] = relu ? kinks.relu(sum) : sum;
                }
            }
        }
        return answer;
    }

    private double sum(double[][] x, double[] parameters, int t, int o) {
        double sum = parameters[kernel * in * out + o];
        for (int k = 0; k < kernel; k++) {
            int at = t + k - kernel / 2;
            for (int i = 0; i < in && at >= 0 && at < x.length; i++) {
                sum += parameters[(k * in + i) * out + o] * x[at][i];
            }
        }
        return sum;
    }
}
