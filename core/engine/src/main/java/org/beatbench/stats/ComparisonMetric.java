package org.beatbench.stats;

import java.util.OptionalDouble;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Formula;
import org.beatbench.metrics.Quality;

/**
 * The metric that two classifiers are compared by in a test. On one subject, the macro-F1 is the mean over the classes
 * that this subject has beats of, and a beat wrongly given another class counts against that class only if the subject
 * has beats of it.
 */
public enum ComparisonMetric {
    MACRO_F1(Quality.MACRO_F1),
    ACCURACY(Quality.ACCURACY);

    private final Quality quality;
    private final Formula.Counted formula;

    /** Subjects and resamples are scored by their counts, so nothing else will do. */
    ComparisonMetric(Quality quality) {
        this.quality = quality;
        this.formula = (Formula.Counted) quality.formula();
    }

    /** The quality that it measures. */
    public Quality quality() {
        return quality;
    }

    /** The score of some answers; empty without answers. */
    public OptionalDouble of(ConfusionMatrix answers) {
        return formula.figure().apply(answers);
    }
}
