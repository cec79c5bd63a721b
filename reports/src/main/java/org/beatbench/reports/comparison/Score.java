package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.chart.Estimate;
import org.beatbench.results.Answers;
import org.beatbench.results.Costs;
import org.beatbench.stats.Bootstrap;

/**
 * What one competitor reached under one protocol: the answers of every complete set of folds, one set per seed. Several
 * seeds are pooled; their number makes no interval narrower.
 *
 * @param competitor its label
 * @param seeds the seeds whose sets are complete, at least one
 * @param answers the scored answers of each seed, all folds together
 * @param costs of every trial in it
 */
record Score(String competitor, Protocol protocol, List<Long> seeds, List<Answers> answers, List<Costs> costs) {

    /** Intervals must come out the same in every report of the same runs. */
    private static final long SEED = 1;

    Score {
        seeds = List.copyOf(seeds);
        answers = List.copyOf(answers);
        costs = List.copyOf(costs);
    }

    /** Beats scored under each seed; the mean of seeds whose test parts differ in size. */
    long beats() {
        return Math.round(answers.stream().mapToInt(Answers::size).average().orElse(0));
    }

    /** Number of subjects that were tested, 0 if unknown. */
    long subjects() {
        return knowsSubjects() ? bySubject().size() : 0;
    }

    /** Whether intervals are over subjects, and not over beats. */
    boolean overSubjects() {
        return protocol.bySubject() && knowsSubjects();
    }

    /** All answers counted, those of several seeds together. */
    ConfusionMatrix confusion() {
        return sum(answers.stream().map(ConfusionMatrix::of).toList());
    }

    /** A quality, the mean over seeds; empty if it is undefined for one of them. */
    OptionalDouble mean(Quality quality) {
        List<OptionalDouble> values = answers.stream().map(quality::of).toList();
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream().mapToDouble(OptionalDouble::orElseThrow).average()
                : OptionalDouble.empty();
    }

    /** A figure of the confusion matrix with its interval of 95 %; empty if it is undefined. */
    Optional<Estimate> estimate(Function<ConfusionMatrix, OptionalDouble> figure) {
        return (overSubjects()
                        ? Bootstrap.bySubject(List.copyOf(bySubject().values()), figure, SEED)
                        : Bootstrap.byBeat(ofOneSeed(), figure, SEED))
                .map(interval -> new Estimate(
                        interval.estimate(),
                        Math.min(interval.low(), interval.estimate()),
                        Math.max(interval.high(), interval.estimate())));
    }

    /** The macro-F1 with its interval: what competitors are ranked by. */
    Optional<Estimate> macroF1() {
        return estimate(ConfusionMatrix::macroF1);
    }

    /** The median of a cost over all trials. */
    double median(ToDoubleFunction<Costs> cost) {
        double[] sorted = costs.stream().mapToDouble(cost).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private boolean knowsSubjects() {
        return answers.stream().allMatch(Answers::knowsSubjects);
    }

    private Map<String, ConfusionMatrix> bySubject() {
        Map<String, List<ConfusionMatrix>> parts = new TreeMap<>();
        answers.forEach(seed -> ConfusionMatrix.bySubject(seed)
                .forEach((subject, part) -> parts.computeIfAbsent(subject, name -> new ArrayList<>())
                        .add(part)));
        Map<String, ConfusionMatrix> subjects = new TreeMap<>();
        parts.forEach((subject, list) -> subjects.put(subject, sum(list)));
        return subjects;
    }

    /** The counts of a typical seed, so that repeating the same beats does not look like having more of them. */
    private ConfusionMatrix ofOneSeed() {
        ConfusionMatrix all = confusion();
        long[] counts = Arrays.stream(all.toArray())
                .map(count -> Math.round(count / (double) answers.size()))
                .toArray();
        return ConfusionMatrix.of(all.classes(), counts);
    }

    private static ConfusionMatrix sum(List<ConfusionMatrix> parts) {
        List<long[]> counts = parts.stream().map(ConfusionMatrix::toArray).toList();
        long[] sum = IntStream.range(0, counts.get(0).length)
                .mapToLong(cell -> counts.stream().mapToLong(part -> part[cell]).sum())
                .toArray();
        return ConfusionMatrix.of(parts.get(0).classes(), sum);
    }
}
