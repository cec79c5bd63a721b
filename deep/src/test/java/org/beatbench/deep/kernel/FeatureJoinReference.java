package org.beatbench.deep.kernel;

import java.util.List;

/** What comes in, and behind it relu(b[u] + Σ over i of w[u][i] · limited((f[i] − mean[i]) · factor[i])), f being the features. */
record FeatureJoinReference(int in, int units, List<double[]> features) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        double[][][] answer = new double[input.length][1][in + units];
        for (int beat = 0; beat < input.length; beat++) {
            System.arraycopy(input[beat][0], 0, answer[beat][0], 0, in);
            for (int unit = 0; unit < units; unit++) {
                answer[beat][0][in + unit] = kinks.relu(sum(features.get(beat), parameters, unit));
            }
        }
        return answer;
    }

    private double sum(double[] own, double[] parameters, int unit) {
        int count = own.length;
        double sum = parameters[2 * count + units * count + unit];
        for (int i = 0; i < count; i++) {
            double far = (own[i] - parameters[i]) * parameters[count + i];
            double limited = Math.max(-FeatureJoinKernel.LIMIT, Math.min(FeatureJoinKernel.LIMIT, far));
            sum += parameters[2 * count + unit * count + i] * limited;
        }
        return sum;
    }

    /** Means and factors are given, not learned. */
    @Override
    public boolean learns(int parameter) {
        return parameter >= 2 * features.get(0).length;
    }
}
