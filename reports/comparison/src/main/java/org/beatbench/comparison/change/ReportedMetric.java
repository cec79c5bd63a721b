package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Formula;
import org.beatbench.metrics.Metric;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.Unit;
import org.beatbench.stats.Interval;

/**
 * A number that two results can be compared by: a metric, or one of a single class. Its id is that in {@code results.csv},
 * with the class after a colon: {@code macro-f1}, {@code sensitivity:V}, {@code auroc:V}, {@code fit-time}.
 */
public final class ReportedMetric {

    private final Metric metric;
    private final String className;
    private final Function<Score, OptionalDouble> value;
    private final Optional<Formula> formula;

    private ReportedMetric(
            Metric metric, String className, Function<Score, OptionalDouble> value, Optional<Formula> formula) {
        this.metric = metric;
        this.className = className;
        this.value = value;
        this.formula = formula;
    }

    /** All there are for beats of these classes. */
    public static List<ReportedMetric> all(List<String> classes) {
        List<ReportedMetric> all = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            all.add(new ReportedMetric(quality, "", score -> score.quality(quality), Optional.of(quality.formula())));
        }
        for (int label = 0; label < classes.size(); label++) {
            for (ClassMetric metric : ClassMetric.values()) {
                all.add(of(metric, classes.get(label), label));
            }
        }
        for (Cost cost : Cost.values()) {
            all.add(new ReportedMetric(
                    cost,
                    "",
                    score -> score.hasCosts() ? OptionalDouble.of(score.median(cost::of)) : OptionalDouble.empty(),
                    Optional.empty()));
        }
        return List.copyOf(all);
    }

    /** By name, since two results may count their classes in different orders, or not have the same ones. */
    private static ReportedMetric of(ClassMetric metric, String className, int label) {
        return new ReportedMetric(
                metric,
                className,
                score -> {
                    int place = score.confusion().classes().indexOf(className);
                    return place < 0 ? OptionalDouble.empty() : score.quality(metric, place);
                },
                Optional.of(metric.formula(label)));
    }

    public String id() {
        return className.isEmpty() ? metric() : metric() + ":" + className;
    }

    /** As in the column {@code metric} of {@code results.csv}. */
    String metric() {
        return metric.id();
    }

    /** As in the column {@code class} of {@code results.csv}: empty if it is not of one class. */
    String className() {
        return className;
    }

    public Unit unit() {
        return metric.unit();
    }

    OptionalDouble of(Score score) {
        return value.apply(score);
    }

    /** The interval of a difference, the first less the second; empty if it has none. */
    Optional<Interval> interval(PairedScores scores) {
        return formula.flatMap(known -> known.accept(scores));
    }

    @Override
    public String toString() {
        return id();
    }
}
