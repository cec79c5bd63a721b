package org.beatbench.metrics;

import java.util.Locale;
import java.util.function.IntFunction;

/** How well answers tell one class from the rest. */
public enum ClassMetric implements Metric {
    SENSITIVITY(
            "Sensitivity",
            Unit.SHARE,
            "The part of the beats of a class that was found, 0..1; also called recall.",
            "the part of the beats of the class that was found",
            label -> new Formula.Counted(matrix -> matrix.sensitivity(label))),

    POSITIVE_PREDICTIVE_VALUE(
            "+P",
            Unit.SHARE,
            "The part of the beats given a class that is of it, 0..1; also precision.",
            "positive predictive value: the part of the beats given the class that is of it",
            label -> new Formula.Counted(matrix -> matrix.positivePredictiveValue(label))),

    F1(
            "F1",
            Unit.SCORE,
            "2 TP / (2 TP + FP + FN) of a class, 0..1.",
            "harmonic mean of the two",
            label -> new Formula.Counted(matrix -> matrix.f1(label))),

    AUROC(
            "AUROC",
            Unit.SCORE,
            "Area under the receiver operating characteristic of a class against the rest, 0..1, .5 for chance.",
            "how often a beat of the class is given a higher probability of it than another beat; 0.5 by chance",
            label -> new Formula.ClassArea(Area.ROC, label)),

    AUPRC(
            "AUPRC",
            Unit.SCORE,
            "Average precision of a class against the rest, 0..1; for chance the share of the class.",
            "average precision for the class",
            label -> new Formula.ClassArea(Area.PRECISION, label));

    private final String title;
    private final Unit unit;
    private final String explanation;
    private final String hint;
    private final IntFunction<Formula> formula;

    ClassMetric(String title, Unit unit, String explanation, String hint, IntFunction<Formula> formula) {
        this.title = title;
        this.unit = unit;
        this.explanation = explanation;
        this.hint = hint;
        this.formula = formula;
    }

    /** How it follows from answers, for a class by its place. */
    public Formula formula(int label) {
        return formula.apply(label);
    }

    /** Whether it follows from how often each class was answered for each, and not from probabilities. */
    public boolean isCounted() {
        return formula(0) instanceof Formula.Counted;
    }

    /** What it says of the class of a row, in a few words. */
    public String hint() {
        return hint;
    }

    /** The same of a class by its name. */
    public String hint(String className) {
        return hint.replace("the class", "class " + className);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
