package org.beatbench.deep.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;

/**
 * How a network did on labelled beats.
 *
 * @param loss mean cross-entropy, in nats
 * @param accuracy share answered right
 * @param macroF1 mean F1 over the classes that have beats
 */
record Evaluation(double loss, double accuracy, double macroF1) {

    /** Of no beats at all: nothing is known. */
    static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN, Double.NaN);

    /** Scores the values of the last layer, one row per beat. */
    static Evaluation of(Beats beats, float[] values) {
        if (beats.isEmpty()) {
            return NONE;
        }
        int classes = beats.classes().size();
        long[] of = new long[classes];
        long[] given = new long[classes];
        long[] hits = new long[classes];
        double[] probabilities = new double[classes];
        float[] row = new float[classes];
        double loss = 0;
        for (int beat = 0; beat < beats.size(); beat++) {
            System.arraycopy(values, beat * classes, row, 0, classes);
            int label = beats.label(beat);
            int best = Softmax.best(row, classes);
            loss += Softmax.probabilities(row, classes, probabilities) - row[label];
            of[label]++;
            given[best]++;
            hits[label] += best == label ? 1 : 0;
        }
        long right = Arrays.stream(hits).sum();
        return new Evaluation(loss / beats.size(), (double) right / beats.size(), macroF1(of, given, hits));
    }

    /** Mean over the classes that have beats of 2·hits / (beats + given). */
    private static double macroF1(long[] of, long[] given, long[] hits) {
        return IntStream.range(0, of.length)
                .filter(label -> of[label] > 0)
                .mapToDouble(label -> 2.0 * hits[label] / (of[label] + given[label]))
                .average()
                .orElse(0);
    }
}
