package org.beatbench.deep.kernel;

/** y[o] = b[o] + Σ over i of w[o][i] · x[i], for the single row of a beat. */
record DenseReference(int in, int out, boolean relu) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        double[][][] answer = new double[input.length][1][out];
        for (int beat = 0; beat < input.length; beat++) {
            for (int o = 0; o < out; o++) {
                double sum = parameters[in * out + o];
                for (int i = 0; i < in; i++) {
                    sum += parameters[o * in + i] * input[beat][0][i];
                }
                answer[beat][0][o] = relu ? kinks.relu(sum) : sum;
            }
        }
        return answer;
    }
}
