package org.beatbench.classical;

import java.util.Arrays;

/** How much a training beat of each class counts. */
public enum ClassWeights {
    /** Every beat counts the same. */
    NONE,
    /** Every class counts the same: a beat weighs in inverse proportion to how many there are of its class. */
    BALANCED;

    /** The weight of a beat of each class; over all beats the mean weight is 1. */
    float[] of(int[] labels, int classes) {
        float[] weights = new float[classes];
        Arrays.fill(weights, 1);
        if (this == BALANCED) {
            long[] counts = new long[classes];
            for (int label : labels) {
                counts[label]++;
            }
            long present = Arrays.stream(counts).filter(count -> count > 0).count();
            for (int label = 0; label < classes; label++) {
                if (counts[label] > 0) {
                    weights[label] = (float) ((double) labels.length / (present * counts[label]));
                }
            }
        }
        return weights;
    }
}
