package org.beatbench.metrics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.beatbench.answers.Answers;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;

/** How good answers are. */
public enum Quality implements Metric {
    ACCURACY(
            "Accuracy",
            Unit.SHARE,
            true,
            "The part of the beats that was given its own class, 0..1. To be read beside the majority rate.",
            new Formula.Counted(ConfusionMatrix::accuracy)),

    MAJORITY_RATE(
            "Majority rate",
            Unit.SHARE,
            true,
            "The accuracy of giving every beat the most frequent class, 0..1: a property of the test part, not of a model,"
                    + " and what an accuracy has to be compared with.",
            new Formula.Counted(ConfusionMatrix::majorityRate)),

    BALANCED_ACCURACY(
            "Balanced accuracy",
            Unit.SHARE,
            true,
            "The mean, over the classes that have beats, of the part of their beats that was found, 0..1.",
            new Formula.Counted(ConfusionMatrix::balancedAccuracy)),

    MACRO_F1(
            "Macro-F1",
            Unit.SCORE,
            true,
            "The mean, over the classes that have beats, of F1 = 2 TP / (2 TP + FP + FN), 0..1. Every class weighs the same,"
                    + " however rare it is.",
            new Formula.Counted(ConfusionMatrix::macroF1)),

    WEIGHTED_F1(
            "Weighted F1",
            Unit.SCORE,
            true,
            "The mean of F1 = 2 TP / (2 TP + FP + FN) over classes, each weighing as many as its beats, 0..1.",
            new Formula.Counted(ConfusionMatrix::weightedF1)),

    MCC(
            "MCC",
            Unit.SCORE,
            true,
            "The correlation of answers and truth, -1..1, 0 for answers that do not depend on the beat: Matthews' coefficient"
                    + " for more than two classes (Gorodkin 2004, R_K).",
            new Formula.Counted(ConfusionMatrix::correlation)),

    KAPPA(
            "Kappa",
            Unit.SCORE,
            true,
            "Cohen's kappa: how far answers and truth agree beyond what their shares of the classes bring about by chance, up to"
                    + " 1, 0 for chance (Cohen 1960).",
            new Formula.Counted(ConfusionMatrix::kappa)),

    LOG_LOSS(
            "Log loss",
            Unit.NATS,
            false,
            "The mean of -ln p, p being the probability given to the true class, from 0 up. Probabilities are clipped to"
                    + " 2^-23..1-2^-23, the precision they are stored with, and scaled to a sum of 1, so that a certain"
                    + " mistake costs 15.9.",
            new Formula.Mean(ProbabilityScores::logLoss)),

    MACRO_AUROC(
            "Macro AUROC",
            Unit.SCORE,
            true,
            "The mean, over the classes that have beats, of the area under the receiver operating characteristic of that"
                    + " class against the rest, 0..1, .5 for chance: how often a beat of the class is given a higher"
                    + " probability of it than another beat, equals counting half (Hanley and McNeil 1982).",
            new Formula.MeanArea(Area.ROC)),

    MICRO_AUROC(
            "Pooled AUROC",
            Unit.SCORE,
            true,
            "The area under the receiver operating characteristic of all classes pooled (micro-averaged), 0..1: how often the"
                    + " probability of a true class is higher than that of a class, of any beat, that is not the true one, equals"
                    + " counting half. The frequent classes dominate it: where classes are unequal, it is high even for a"
                    + " model that gives every beat the shares of the classes.",
            new Formula.PooledRoc()),

    MACRO_AUPRC(
            "Macro AUPRC",
            Unit.SCORE,
            true,
            "The mean, over the classes that have beats, of the average precision of that class against the rest, 0..1: the"
                    + " sum over thresholds of the precision times the gain in recall, without interpolation. Chance is the"
                    + " share of the class.",
            new Formula.MeanArea(Area.PRECISION)),

    BRIER(
            "Brier score",
            Unit.SCORE,
            false,
            "The mean squared distance of the probabilities from the truth, summed over classes, 0..2 (Brier 1950, the"
                    + " original form for several classes; the form for two classes is half of it).",
            new Formula.Mean(ProbabilityScores::brier)),

    ECE(
            "Calibration error",
            Unit.SHARE,
            false,
            "Expected calibration error, 0..1: how far the probability given to the chosen class is from the accuracy, as the"
                    + " mean over 15 equally wide bins of probability, each weighing as many as its beats (Guo et al. 2017)."
                    + " A bin holds its upper edge.",
            new Formula.Binned()),

    AURC(
            "AURC",
            Unit.SHARE,
            false,
            "The area under the risk-coverage curve, 0..1: the mean, over all parts of the beats from the surest one to all of"
                    + " them, of the share of wrong answers in that part (Geifman and El-Yaniv 2017). It is low for a model that"
                    + " is right, or knows when it is not. Equally sure beats share their errors.",
            new Formula.Whole(ProbabilityScores::riskArea));

    private final String title;
    private final Unit unit;
    private final boolean higherIsBetter;
    private final String explanation;
    private final Formula formula;

    Quality(String title, Unit unit, boolean higherIsBetter, String explanation, Formula formula) {
        this.title = title;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.explanation = explanation;
        this.formula = formula;
    }

    /**
     * A quality by its id.
     *
     * @throws UserError if there is none, with the one that may have been meant
     */
    public static Quality of(String id) {
        List<Quality> all = List.of(values());
        return all.stream()
                .filter(quality -> quality.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "metric", id, all.stream().map(Quality::id).toList()));
    }

    /**
     * Its value for some answers; beats that are not to be scored must have been left out ({@link Answers#without}).
     *
     * @return empty if there are no answers, or the formula is not defined for them
     */
    public OptionalDouble of(Answers answers) {
        return answers.isEmpty() ? OptionalDouble.empty() : formula.of(answers);
    }

    /** How it follows from answers. */
    public Formula formula() {
        return formula;
    }

    /** Whether an interval of it is drawn for the answers of one classifier; for differences, the formula decides. */
    public boolean hasInterval() {
        return this == MACRO_F1 || this == ACCURACY || this == ECE;
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
        return higherIsBetter;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
