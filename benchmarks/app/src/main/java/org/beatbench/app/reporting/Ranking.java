package org.beatbench.app.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.results.Costs;
import org.jspecify.annotations.Nullable;

/**
 * Who reached what under one protocol, for a terminal and for programs.
 *
 * @param protocol its id
 * @param basis what stands behind the numbers
 * @param rows the best macro-F1 first, the canaries after the classifiers
 * @param incomplete what is left out because not all of it was run, in words
 */
record Ranking(String protocol, String title, String basis, List<Row> rows, List<String> incomplete) {

    Ranking {
        rows = List.copyOf(rows);
        incomplete = List.copyOf(incomplete);
    }

    /** A number, with its interval if it has one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            double value, @Nullable Double low, @Nullable Double high) {

        private static @Nullable Value of(Optional<Estimate> estimate) {
            return estimate.map(some -> new Value(
                            some.value(),
                            some.hasInterval() ? some.low() : null,
                            some.hasInterval() ? some.high() : null))
                    .orElse(null);
        }

        Estimate estimate() {
            return new Estimate(value, low == null ? Double.NaN : low, high == null ? Double.NaN : high);
        }
    }

    /**
     * What one of them reached.
     *
     * @param isCanary whether it is a yardstick and no competitor
     * @param macroF1 null if it is undefined, as are all others
     * @param sensitivity by the name of the class
     * @param fitSeconds median over the trials; null for canaries
     * @param beatSeconds median time to answer one beat
     */
    record Row(
            String classifier,
            boolean isCanary,
            @Nullable Value macroF1,
            @Nullable Value accuracy,
            Map<String, Double> sensitivity,
            @Nullable Double fitSeconds,
            @Nullable Double beatSeconds) {

        private static Row of(Score score, Comparison comparison, boolean isCanary) {
            Map<String, Double> sensitivity = new LinkedHashMap<>();
            for (int label : comparison.scored(score.protocol())) {
                OptionalDouble found = score.quality(ClassMetric.SENSITIVITY, label);
                if (found.isPresent()) {
                    sensitivity.put(comparison.plan().classNames().get(label), found.getAsDouble());
                }
            }
            return new Row(
                    score.competitor(),
                    isCanary,
                    Value.of(score.macroF1()),
                    Value.of(score.accuracy()),
                    sensitivity,
                    score.hasCosts() ? seconds(score, Costs::fit) : null,
                    score.hasCosts() ? seconds(score, Costs::singleMedian) : null);
        }

        private static double seconds(Score score, Function<Costs, Duration> cost) {
            return score.median(costs -> cost.apply(costs).toNanos() * 1e-9);
        }
    }

    /** Those under a protocol, which has a score of a competitor. */
    static Ranking of(Comparison comparison, Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        return new Ranking(
                protocol.id(),
                protocol.title(),
                ComparisonPhrases.basis(ranking) + ComparisonPhrases.few(comparison, protocol),
                Stream.concat(
                                ranking.stream().map(score -> Row.of(score, comparison, false)),
                                comparison.references(protocol).stream().map(score -> Row.of(score, comparison, true)))
                        .toList(),
                comparison.incomplete().stream()
                        .filter(set -> set.protocol().equals(protocol.id()))
                        .map(Ranking::inWords)
                        .distinct()
                        .toList());
    }

    private static String inWords(FoldSet set) {
        return set.competitor() + " (" + set.done() + " of " + set.size() + ")";
    }
}
