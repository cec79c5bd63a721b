package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.Unit;
import org.beatbench.metrics.WeighedRanking.Areas;
import org.beatbench.stats.Interval;

/**
 * A number that two results can be compared by: a metric, or one of a single class. Its id is that in {@code results.csv},
 * with the class after a colon: {@code macro-f1}, {@code sensitivity:V}, {@code auroc:V}, {@code fit-time}.
 */
public final class Measure {

    private final String metric;
    private final String className;
    private final Unit unit;
    private final Function<Score, OptionalDouble> value;
    private final Function<PairedScores, Optional<Interval>> interval;

    private Measure(
            String metric,
            String className,
            Unit unit,
            Function<Score, OptionalDouble> value,
            Function<PairedScores, Optional<Interval>> interval) {
        this.metric = metric;
        this.className = className;
        this.unit = unit;
        this.value = value;
        this.interval = interval;
    }

    /** A figure of one class, which is named by its place. */
    private interface OfClass<T> {
        OptionalDouble of(T source, int label);
    }

    /** All there are for beats of these classes. */
    public static List<Measure> all(List<String> classes) {
        List<Measure> all = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            all.add(of(quality));
        }
        for (int label = 0; label < classes.size(); label++) {
            String name = classes.get(label);
            all.add(counted("sensitivity", name, label, Unit.SHARE, ConfusionMatrix::sensitivity));
            all.add(counted(
                    "positive-predictive-value", name, label, Unit.SHARE, ConfusionMatrix::positivePredictiveValue));
            all.add(counted("f1", name, label, Unit.SCORE, ConfusionMatrix::f1));
            all.add(area("auroc", name, label, Score::areaUnderRoc, Areas::roc));
            all.add(area("auprc", name, label, Score::averagePrecision, Areas::precision));
        }
        for (Cost cost : Cost.values()) {
            all.add(new Measure(
                    cost.id(),
                    "",
                    cost.unit(),
                    score -> OptionalDouble.of(score.median(cost::of)),
                    scores -> Optional.empty()));
        }
        return List.copyOf(all);
    }

    private static Measure of(Quality quality) {
        return switch (quality) {
            case ACCURACY -> counted(quality, ConfusionMatrix::accuracy);
            case MAJORITY_RATE -> counted(quality, ConfusionMatrix::majorityRate);
            case BALANCED_ACCURACY -> counted(quality, ConfusionMatrix::balancedAccuracy);
            case MACRO_F1 -> counted(quality, ConfusionMatrix::macroF1);
            case WEIGHTED_F1 -> counted(quality, ConfusionMatrix::weightedF1);
            case MCC -> counted(quality, ConfusionMatrix::correlation);
            case KAPPA -> counted(quality, ConfusionMatrix::kappa);
            case LOG_LOSS, BRIER -> of(quality, scores -> scores.ofMean(quality));
            case MACRO_AUROC -> of(quality, scores -> scores.ofMeanArea(Areas::roc));
            case MACRO_AUPRC -> of(quality, scores -> scores.ofMeanArea(Areas::precision));
            case MICRO_AUROC, ECE, AURC -> of(quality, scores -> Optional.empty());
        };
    }

    private static Measure counted(Quality quality, Function<ConfusionMatrix, OptionalDouble> figure) {
        return of(quality, scores -> scores.ofFigure(figure));
    }

    private static Measure of(Quality quality, Function<PairedScores, Optional<Interval>> interval) {
        return new Measure(quality.id(), "", quality.unit(), score -> score.quality(quality), interval);
    }

    private static Measure counted(
            String metric, String className, int label, Unit unit, OfClass<ConfusionMatrix> figure) {
        return new Measure(
                metric,
                className,
                unit,
                ofClass(className, (score, place) -> figure.of(score.confusion(), place)),
                scores -> scores.ofFigure(matrix -> figure.of(matrix, label)));
    }

    private static Measure area(
            String metric, String className, int label, OfClass<Score> value, ToDoubleFunction<Areas> area) {
        return new Measure(
                metric, className, Unit.SCORE, ofClass(className, value), scores -> scores.ofArea(label, area));
    }

    /** By name, since two results may count their classes in different orders, or not have the same ones. */
    private static Function<Score, OptionalDouble> ofClass(String className, OfClass<Score> value) {
        return score -> {
            int place = score.confusion().classes().indexOf(className);
            return place < 0 ? OptionalDouble.empty() : value.of(score, place);
        };
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

    /** The interval of a difference, the first less the second; empty if it has none. */
    Optional<Interval> interval(PairedScores scores) {
        return interval.apply(scores);
    }

    @Override
    public String toString() {
        return id();
    }
}
