package org.beatbench.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * What the literature on heartbeats compares by: the figures of the American National Standard ANSI/AAMI EC57, and the
 * indices that are built on them. They are for beats of the classes N, S, V, F and Q.
 */
public enum Aami implements Metric {
    SVEB_SENSITIVITY(
            "SVEB Se",
            Unit.SHARE,
            true,
            "The part of the supraventricular ectopic beats (S) that was found.",
            Ectopic.SVEB::sensitivity),

    SVEB_POSITIVE_PREDICTIVE_VALUE(
            "SVEB +P",
            Unit.SHARE,
            true,
            "The part of the beats called S that is S. A beat of class Q called S is left out, as ANSI/AAMI EC57 has it; one of"
                    + " class F is a mistake.",
            Ectopic.SVEB::positivePredictiveValue),

    SVEB_FALSE_POSITIVE_RATE(
            "SVEB FPR",
            Unit.SHARE,
            false,
            "The part of the beats that are not S that was called S. Beats of class Q called S are left out.",
            Ectopic.SVEB::falsePositiveRate),

    VEB_SENSITIVITY(
            "VEB Se",
            Unit.SHARE,
            true,
            "The part of the ventricular ectopic beats (V) that was found.",
            Ectopic.VEB::sensitivity),

    VEB_POSITIVE_PREDICTIVE_VALUE(
            "VEB +P",
            Unit.SHARE,
            true,
            "The part of the beats called V that is V. Fusion beats (F) and beats of class Q called V are left out: ANSI/AAMI"
                    + " EC57 neither rewards nor punishes that answer.",
            Ectopic.VEB::positivePredictiveValue),

    VEB_FALSE_POSITIVE_RATE(
            "VEB FPR",
            Unit.SHARE,
            false,
            "The part of the beats that are not V that was called V. Beats of the classes F and Q called V are left out.",
            Ectopic.VEB::falsePositiveRate),

    KAPPA_4(
            "κ, 4 classes",
            Unit.SCORE,
            true,
            "Cohen's kappa over the beats whose true class is N, S, V or F; if one of them is called Q, that is a mistake like"
                    + " any other.",
            matrix -> four(matrix).kappa()),

    KAPPA_5(
            "κ, 5 classes",
            Unit.SCORE,
            true,
            "Cohen's kappa over all beats, those of class Q included.",
            ConfusionMatrix::kappa),

    J(
            "j",
            Unit.SCORE,
            true,
            "The sum of SVEB Se, SVEB +P, VEB Se and VEB +P, 0..4 (Mar et al. 2011). The +P of a class that was never given"
                    + " counts as 0.",
            Aami::j),

    J_KAPPA(
            "jκ",
            Unit.SCORE,
            true,
            "κ / 2 + j / 8, up to 1, with κ over the four classes N, S, V and F: half for the agreement on all beats, half for"
                    + " the ectopic ones (Mar et al., \"Optimization of ECG classification by means of feature selection\", IEEE"
                    + " Trans. Biomed. Eng. 58 (2011)).",
            matrix -> sum(scaled(KAPPA_4.of(matrix), 1 / 2.0), scaled(j(matrix), 1 / 8.0)));

    private static final Set<String> CLASSES = Set.of("N", "S", "V", "F", "Q");

    private final String title;
    private final Unit unit;
    private final boolean higherIsBetter;
    private final String explanation;
    private final Function<ConfusionMatrix, OptionalDouble> formula;

    Aami(
            String title,
            Unit unit,
            boolean higherIsBetter,
            String explanation,
            Function<ConfusionMatrix, OptionalDouble> formula) {
        this.title = title;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.explanation = explanation;
        this.formula = formula;
    }

    /**
     * Whether these figures mean something for beats of some classes: there are N, S and V, and none but N, S, V, F and Q.
     */
    public static boolean fits(List<String> classes) {
        return CLASSES.containsAll(classes) && classes.containsAll(List.of("N", "S", "V"));
    }

    /**
     * The gross figure: that of all beats counted together.
     *
     * @param matrix of classes that {@linkplain #fits fit}
     * @return empty if it is not defined, such as a sensitivity without beats
     */
    public OptionalDouble of(ConfusionMatrix matrix) {
        return formula.apply(matrix);
    }

    /** Whether the standard wants the average over records too; the indices are of all beats together. */
    public boolean isAveraged() {
        return unit == Unit.SHARE;
    }

    /**
     * The mean of the figures of single records, each weighing the same however many beats it has; a record for which the
     * figure is not defined is left out, as in WFDB's {@code sumstats}.
     *
     * @param records the answers of each record
     * @return empty if the figure is defined for no record
     */
    public Optional<RecordAverage> average(Collection<ConfusionMatrix> records) {
        double[] defined = records.stream()
                .map(formula)
                .flatMapToDouble(
                        value -> value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty())
                .toArray();
        return defined.length == 0
                ? Optional.empty()
                : Optional.of(
                        new RecordAverage(DoubleStream.of(defined).average().orElseThrow(), defined.length));
    }

    @Override
    public String id() {
        return "aami-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /**
     * A figure averaged over records.
     *
     * @param value the mean
     * @param records how many records it is the mean of, at least 1
     */
    public record RecordAverage(double value, int records) {}

    private static OptionalDouble j(ConfusionMatrix matrix) {
        return sum(j(Ectopic.SVEB, matrix), j(Ectopic.VEB, matrix));
    }

    private static OptionalDouble j(Ectopic kind, ConfusionMatrix matrix) {
        double predictive = kind.positivePredictiveValue(matrix).orElse(0);
        return sum(kind.sensitivity(matrix), OptionalDouble.of(predictive));
    }

    private static ConfusionMatrix four(ConfusionMatrix matrix) {
        int unknown = matrix.classes().indexOf("Q");
        return unknown < 0 ? matrix : matrix.without(unknown);
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() + other.getAsDouble());
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isEmpty() ? value : OptionalDouble.of(factor * value.getAsDouble());
    }
}
