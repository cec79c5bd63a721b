package org.beatbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.beatbench.metrics.ConfusionMatrix;

/**
 * The test that two classifiers have the same macro-F1 on other beats of the same subjects: the difference by its standard error,
 * taken as normal. The error is that of the delta method: the counts of beats by class and both answers are multinomial, and the
 * macro-F1 is a smooth function of them (K. Takahashi et al., "Hypothesis testing procedure for binary and multi-class F1-scores in
 * the paired design", Stat. Med. 42 (2023)). The classes that have beats are taken as given. It takes beats for independent, as
 * McNemar's test does, so it speaks of the subjects that were tested only.
 */
final class DeltaMethod {

    private DeltaMethod() {}

    /**
     * How often chance alone makes a difference at least as large, either way; 1 if nothing varies.
     *
     * @param drawn how many independent beats the counts stand for: fewer than they hold where they are of several looks
     */
    static double p(PairedBeats beats, long drawn) {
        double difference =
                beats.first().macroF1().orElseThrow() - beats.second().macroF1().orElseThrow();
        double variance = variance(beats) * beats.size() / drawn;
        return Ranks.rounded(variance) > 0 ? Erf.erfc(Math.abs(difference) / Math.sqrt(2 * variance)) : 1;
    }

    /** Since the macro-F1 does not change when all counts are doubled, its gradient has no part along them. */
    static double variance(PairedBeats beats) {
        long[] counts = beats.toArray();
        int classes = beats.classes().size();
        double[] first = gradient(beats.first());
        double[] second = gradient(beats.second());
        double variance = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            int truth = cell / classes / classes * classes;
            double slope = first[truth + cell / classes % classes] - second[truth + cell % classes];
            variance += counts[cell] * slope * slope;
        }
        return variance;
    }

    /** How much one more beat in each cell of a confusion matrix adds to the macro-F1. */
    private static double[] gradient(ConfusionMatrix answers) {
        int classes = answers.classes().size();
        List<Integer> present = IntStream.range(0, classes)
                .filter(label -> answers.ofClass(label) > 0)
                .boxed()
                .toList();
        double[] gradient = new double[classes * classes];
        Arrays.setAll(gradient, cell -> {
            int truth = cell / classes;
            int given = cell % classes;
            double sum = 0;
            for (int label : present) {
                int named = (truth == label ? 1 : 0) + (given == label ? 1 : 0);
                double right = named == 2 ? 2 : 0;
                sum += (right - answers.f1(label).orElseThrow() * named)
                        / (answers.ofClass(label) + answers.given(label));
            }
            return sum / present.size();
        });
        return gradient;
    }
}
