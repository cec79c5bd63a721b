package org.beatbench.classical;

import java.util.Arrays;

/** How much a training beat of each class counts. */
public enum ClassWeights {
    /** Every beat counts the same. */
    NONE,
    /** Every class counts the same: a beat weighs in inverse proportion to how many there are of its class. */
    BALANCED,
    /** Between the two: a beat weighs in inverse proportion to the power {@value #MILDNESS} of how many there are of its class. */
    MILD;

    private static final double MILDNESS = 0.3;

    /** The weight of a beat of each class; over all beats the mean weight is 1. */
    float[] of(int[] labels, int classes) {
        float[] weights = new float[classes];
        Arrays.fill(weights, 1);
        if (this == NONE) {
            return weights;
        }
        long[] counts = new long[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double power = this == BALANCED ? 1 : MILDNESS;
        double sum = 0;
        for (long count : counts) {
            sum += count == 0 ? 0 : Math.pow((double) count, 1 - power);
        }
        for (int label = 0; label < classes; label++) {
            if (counts[label] > 0) {
                weights[label] = (float) (labels.length / (sum * Math.pow((double) counts[label], power)));
            }
        }
        return weights;
    }
}
