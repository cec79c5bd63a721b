package org.beatbench.deep.training;

import org.beatbench.api.Beats;
import org.beatbench.metrics.ConfusionMatrix;

/**
 * How a network did on labelled beats.
 *
 * @param loss mean cross-entropy, in nats
 * @param accuracy share answered right
 * @param macroF1 mean F1 over the classes that have beats
 */
record Examination(double loss, double accuracy, double macroF1) {

    /** Of no beats at all: nothing is known. */
    static final Examination NONE = new Examination(Double.NaN, Double.NaN, Double.NaN);

    /** Scores the values of the last layer, one row per beat. */
    static Examination of(Beats beats, float[] values) {
        if (beats.isEmpty()) {
            return NONE;
        }
        int classes = beats.classes().size();
        long[] counts = new long[classes * classes];
        double[] probabilities = new double[classes];
        float[] row = new float[classes];
        double loss = 0;
        long right = 0;
        for (int beat = 0; beat < beats.size(); beat++) {
            System.arraycopy(values, beat * classes, row, 0, classes);
            int label = beats.label(beat);
            int best = Softmax.best(row, classes);
            loss += Softmax.probabilities(row, classes, probabilities) - row[label];
            counts[label * classes + best]++;
            right += best == label ? 1 : 0;
        }
        double macroF1 = ConfusionMatrix.of(beats.classes(), counts).macroF1().orElse(0);
        return new Examination(loss / beats.size(), (double) right / beats.size(), macroF1);
    }
}
