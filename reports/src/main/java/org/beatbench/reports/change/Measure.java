package org.beatbench.reports.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Metric;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.Unit;
import org.beatbench.reports.comparison.Score;

/**
 * A number that two results can be compared by: a metric, or one of a single class. Its id is that in {@code results.csv},
 * with the class after a colon: {@code macro-f1}, {@code sensitivity:V}, {@code fit-time}.
 */
public final class Measure {

    private static final Map<Quality, Function<ConfusionMatrix, OptionalDouble>> COUNTED = counted();

    private final String metric;
    private final String className;
    private final Unit unit;
    private final Function<Score, OptionalDouble> value;
    private final Optional<Function<ConfusionMatrix, OptionalDouble>> figure;
    private final Optional<Quality> mean;

    private Measure(
            String metric,
            String className,
            Unit unit,
            Function<Score, OptionalDouble> value,
            Optional<Function<ConfusionMatrix, OptionalDouble>> figure,
            Optional<Quality> mean) {
        this.metric = metric;
        this.className = className;
        this.unit = unit;
        this.value = value;
        this.figure = figure;
        this.mean = mean;
    }

    /** All there are for beats of these classes. */
    public static List<Measure> all(List<String> classes) {
        List<Measure> all = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            all.add(of(quality));
        }
        for (int label = 0; label < classes.size(); label++) {
            int of = label;
            all.add(ofClass("sensitivity", classes.get(label), Unit.SHARE, matrix -> matrix.sensitivity(of)));
            all.add(ofClass(
                    "positive-predictive-value",
                    classes.get(label),
                    Unit.SHARE,
                    matrix -> matrix.positivePredictiveValue(of)));
            all.add(ofClass("f1", classes.get(label), Unit.SCORE, matrix -> matrix.f1(of)));
        }
        for (Cost cost : Cost.values()) {
            all.add(of(cost, score -> OptionalDouble.of(score.median(cost::of)), Optional.empty(), Optional.empty()));
        }
        return List.copyOf(all);
    }

    private static Measure of(Quality quality) {
        boolean mean = quality == Quality.LOG_LOSS || quality == Quality.BRIER;
        return of(
                quality,
                score -> score.quality(quality),
                Optional.ofNullable(COUNTED.get(quality)),
                mean ? Optional.of(quality) : Optional.empty());
    }

    private static Measure of(
            Metric metric,
            Function<Score, OptionalDouble> value,
            Optional<Function<ConfusionMatrix, OptionalDouble>> figure,
            Optional<Quality> mean) {
        return new Measure(metric.id(), "", metric.unit(), value, figure, mean);
    }

    private static Measure ofClass(
            String metric, String className, Unit unit, Function<ConfusionMatrix, OptionalDouble> figure) {
        return new Measure(
                metric,
                className,
                unit,
                score -> figure.apply(score.confusion()),
                Optional.of(figure),
                Optional.empty());
    }

    public String id() {
        return className.isEmpty() ? metric : metric + ":" + className;
    }

    /** As in the column {@code metric} of {@code results.csv}. */
    String metric() {
        return metric;
    }

    /** As in the column {@code class} of {@code results.csv}: empty if it is not of one class. */
    String className() {
        return className;
    }

    public Unit unit() {
        return unit;
    }

    OptionalDouble of(Score score) {
        return value.apply(score);
    }

    /** What it is of a confusion matrix, if it follows from one. */
    Optional<Function<ConfusionMatrix, OptionalDouble>> figure() {
        return figure;
    }

    /** The quality that it is, if that is a mean over beats. */
    Optional<Quality> mean() {
        return mean;
    }

    @Override
    public String toString() {
        return id();
    }

    private static Map<Quality, Function<ConfusionMatrix, OptionalDouble>> counted() {
        Map<Quality, Function<ConfusionMatrix, OptionalDouble>> counted = new EnumMap<>(Quality.class);
        counted.put(Quality.ACCURACY, ConfusionMatrix::accuracy);
        counted.put(Quality.MAJORITY_RATE, ConfusionMatrix::majorityRate);
        counted.put(Quality.BALANCED_ACCURACY, ConfusionMatrix::balancedAccuracy);
        counted.put(Quality.MACRO_F1, ConfusionMatrix::macroF1);
        counted.put(Quality.WEIGHTED_F1, ConfusionMatrix::weightedF1);
        counted.put(Quality.MCC, ConfusionMatrix::correlation);
        return counted;
    }
}
