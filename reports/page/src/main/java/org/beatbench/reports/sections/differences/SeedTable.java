package org.beatbench.reports.sections.differences;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Sample;
import org.beatbench.stats.SeedVariance;

/** How much scores under one protocol change from seed to seed. */
final class SeedTable {

    private SeedTable() {}

    /** Empty unless somebody completed several seeds. */
    static Optional<Table> of(Protocol protocol, List<Score> ranking) {
        List<Score> several =
                ranking.stream().filter(score -> score.seeds().size() > 1).toList();
        return several.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Seeds " + protocol.phrase(),
                        "Each seed's score is computed from its own answers. Due to the seed: the part of the variance of scores"
                                + " by subject (macro-F1) that lies between the seeds of a subject, and not between subjects.",
                        List.of(
                                Column.text("Classifier"),
                                Column.number("Seeds", "complete sets of trials, one for each seed"),
                                Column.number("Macro-F1", "mean over seeds, with the lowest and the highest"),
                                Column.number("Spread", "standard deviation over seeds"),
                                Column.number("Accuracy", "mean over seeds, with the lowest and the highest"),
                                Column.number("Spread", "standard deviation over seeds"),
                                Column.number(
                                        "Due to the seed",
                                        "share of the variance, from a one-way random-effects model; needs subjects")),
                        several.stream().map(SeedTable::row).toList()));
    }

    private static List<Cell> row(Score score) {
        List<Cell> row = new ArrayList<>(
                List.of(Cell.text(score.competitor()), Cell.count(score.seeds().size())));
        List<Answers> seeds = score.answers(score.seeds());
        row.addAll(spread(Quantity.SCORE, ComparisonMetric.MACRO_F1, seeds));
        row.addAll(spread(Quantity.SHARE, ComparisonMetric.ACCURACY, seeds));
        row.add(Cell.of(Quantity.SHARE, dueToSeed(seeds)));
        return row;
    }

    private static List<Cell> spread(Quantity quantity, ComparisonMetric yardstick, List<Answers> seeds) {
        double[] scores = seeds.stream()
                .flatMapToDouble(answers -> yardstick.of(ConfusionMatrix.of(answers)).stream())
                .toArray();
        if (scores.length == 0) {
            return List.of(Cell.missing(), Cell.missing());
        }
        Sample sample = Sample.of(scores);
        String range = "[" + Numbers.format(quantity, sample.quantile(0)) + " to "
                + Numbers.format(quantity, sample.quantile(1)) + "]";
        return List.of(Cell.of(quantity, sample.mean()).withDetail(range), Cell.of(Quantity.PLAIN, sample.deviation()));
    }

    private static OptionalDouble dueToSeed(List<Answers> seeds) {
        if (!seeds.stream().allMatch(Answers::knowsSubjects)) {
            return OptionalDouble.empty();
        }
        SortedMap<String, List<Double>> subjects = new TreeMap<>();
        for (Answers answers : seeds) {
            for (Map.Entry<String, ConfusionMatrix> subject :
                    ConfusionMatrix.bySubject(answers).entrySet()) {
                subjects.computeIfAbsent(subject.getKey(), name -> new ArrayList<>())
                        .add(ComparisonMetric.MACRO_F1.of(subject.getValue()).orElseThrow());
            }
        }
        double[][] scores = subjects.values().stream()
                .map(ofSubject ->
                        ofSubject.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return SeedVariance.of(scores).map(SeedVariance::share).orElse(OptionalDouble.empty());
    }
}
