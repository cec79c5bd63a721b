package org.beatbench.deep.training;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.beatbench.api.Beats;

/** How much the beats of a class count in the loss. */
public enum LossWeights {
    /** Every beat counts the same. */
    NONE(count -> 1),
    /** A beat counts by one over the root of its class's number of beats. */
    ROOT(count -> 1 / Math.sqrt(count)),
    /** Every class counts the same. */
    BALANCED(count -> 1 / count);

    private final DoubleUnaryOperator weight;

    LossWeights(DoubleUnaryOperator weight) {
        this.weight = weight;
    }

    /** The weight of each class; the mean over all beats is 1. */
    float[] of(Beats beats) {
        int[] counts = beats.classCounts();
        double[] weights = Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? 0 : weight.applyAsDouble(count))
                .toArray();
        double sum = 0;
        for (int label = 0; label < counts.length; label++) {
            sum += counts[label] * weights[label];
        }
        float[] scaled = new float[counts.length];
        for (int label = 0; label < counts.length; label++) {
            scaled[label] = (float) (weights[label] * Arrays.stream(counts).sum() / sum);
        }
        return scaled;
    }
}
