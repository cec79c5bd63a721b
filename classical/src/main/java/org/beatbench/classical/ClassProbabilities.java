package org.beatbench.classical;

import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;

/** Collects Tribuo's class probabilities as {@link Predictions} that name the same class. */
final class ClassProbabilities {

    private final float[] values;
    private final int classes;

    ClassProbabilities(int beats, int classes) {
        this.values = new float[Math.multiplyExact(beats, classes)];
        this.classes = classes;
    }

    /**
     * Sets one row.
     *
     * @param shares the probability of each class
     * @param winner the class that Tribuo answers. Where rounding to {@code float} makes another class as probable, the
     *     winner is lifted by one unit in the last place, for {@link Predictions#label} to be Tribuo's answer
     */
    void set(int row, double[] shares, int winner) {
        int start = row * classes;
        float best = 0;
        int first = winner;
        for (int label = 0; label < classes; label++) {
            float share = (float) shares[label];
            values[start + label] = share;
            if (share > best) {
                best = share;
                first = label;
            }
        }
        if (first != winner) {
            values[start + winner] = Math.nextUp(best);
        }
    }

    Predictions predictions() {
        return Predictions.of(Rows.of(values, classes));
    }
}
