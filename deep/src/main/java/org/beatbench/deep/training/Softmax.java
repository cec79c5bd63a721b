package org.beatbench.deep.training;

/** Probabilities from the last layer's values, and the cross-entropy of a label. */
final class Softmax {

    private Softmax() {}

    /** Writes the probabilities of {@code classes} values, and returns the logarithm of the normalising sum. */
    static double probabilities(float[] values, int classes, double[] to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < classes; label++) {
            highest = Math.max(highest, values[label]);
        }
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            to[label] = Math.exp(values[label] - highest);
            sum += to[label];
        }
        for (int label = 0; label < classes; label++) {
            to[label] /= sum;
        }
        return highest + Math.log(sum);
    }

    static int best(float[] values, int classes) {
        int best = 0;
        for (int label = 1; label < classes; label++) {
            if (values[label] > values[best]) {
                best = label;
            }
        }
        return best;
    }
}
