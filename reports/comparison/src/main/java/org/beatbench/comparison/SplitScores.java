package org.beatbench.comparison;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.CorrectedResampledT;

/** What competitors scored in each division of the beats into training and test: in each fold of each seed. */
final class SplitScores {

    private final Map<String, Map<String, SplitScore>> competitors;

    private SplitScores(Map<String, Map<String, SplitScore>> competitors) {
        this.competitors = competitors;
    }

    /** Those of the complete sets of folds under a protocol; none if it leaks, since copies make no division. */
    static SplitScores of(Comparison comparison, Protocol protocol) {
        Map<String, Map<String, SplitScore>> competitors = new LinkedHashMap<>();
        long beats = comparison.plan().classCounts().stream()
                .mapToLong(Integer::longValue)
                .sum();
        for (FoldSet set : comparison.sets()) {
            if (set.protocol().equals(protocol.id()) && !protocol.leaks()) {
                Map<String, SplitScore> divisions =
                        competitors.computeIfAbsent(set.competitor(), name -> new LinkedHashMap<>());
                set.chosen()
                        .ifPresent(runs -> runs.forEach(run -> divisions.put(
                                set.seed() + " " + run.trial().split(), SplitScore.of(run, protocol, beats))));
            }
        }
        return new SplitScores(competitors);
    }

    /** How many divisions two competitors have in common; 0 unless each has a test part of its own. */
    int common(String first, String second) {
        List<String> names = names(first, second);
        long parts = names.stream()
                .map(name -> division(first, name).part())
                .distinct()
                .count();
        return parts == names.size() ? names.size() : 0;
    }

    /** The p of the corrected resampled t-test over the divisions that two competitors have in common. */
    OptionalDouble p(String first, String second, ComparisonMetric metric) {
        if (common(first, second) < 2) {
            return OptionalDouble.empty();
        }
        List<String> names = names(first, second);
        double[] differences = names.stream()
                .mapToDouble(name -> division(first, name).score(metric)
                        - division(second, name).score(metric))
                .toArray();
        return CorrectedResampledT.p(Math.max(ratio(first, names), ratio(second, names)), differences);
    }

    private List<String> names(String first, String second) {
        return competitors.getOrDefault(first, Map.of()).keySet().stream()
                .filter(competitors.getOrDefault(second, Map.of())::containsKey)
                .filter(name -> division(first, name).isScored())
                .toList();
    }

    private SplitScore division(String competitor, String name) {
        return Objects.requireNonNull(
                competitors.getOrDefault(competitor, Map.of()).get(name), name);
    }

    private double ratio(String competitor, Collection<String> names) {
        return names.stream()
                .mapToDouble(name -> division(competitor, name).testToTraining())
                .average()
                .orElseThrow();
    }

    /**
     * One division.
     *
     * @param part stands for the rows of its test part
     * @param testToTraining test beats by the beats left for training, before any resampling
     */
    private record SplitScore(int part, double testToTraining, ConfusionMatrix answers) {

        static SplitScore of(RunRecord run, Protocol protocol, long beats) {
            Outcome.Completed completed = (Outcome.Completed) run.outcome();
            int test = completed.test().size();
            long training = beats - test - completed.validation().size();
            int part = IntStream.range(0, test)
                    .map(answer -> completed.test().beat(answer).row())
                    .reduce(1, (hash, row) -> 31 * hash + row);
            return new SplitScore(
                    part,
                    test / (double) training,
                    ConfusionMatrix.of(completed.test().without(protocol.unscored())));
        }

        boolean isScored() {
            return !answers.isEmpty();
        }

        double score(ComparisonMetric metric) {
            return metric.of(answers).orElseThrow();
        }
    }
}
