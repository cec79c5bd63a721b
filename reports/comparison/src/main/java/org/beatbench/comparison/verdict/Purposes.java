package org.beatbench.comparison.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Conditions;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.Aami;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.results.Costs;

/** Finds out who is best for what under one protocol. */
final class Purposes {

    /** Who never raises an alarm raises no false one: those who find fewer abnormal beats than this are not asked. */
    private static final double WORTH_ASKING = 0.5;

    private static final double NANOSECONDS = 1e9;

    private final Comparison comparison;
    private final Protocol protocol;
    private final TierRule rule;
    private final List<Score> ranking;
    private final List<String> classes;

    Purposes(Comparison comparison, Protocol protocol, TierRule rule) {
        this.comparison = comparison;
        this.protocol = protocol;
        this.rule = rule;
        this.ranking = comparison.differences(protocol).ranking();
        this.classes = comparison.plan().classNames();
    }

    /** In the order of {@link Purpose}. */
    List<BestFor> of(Tier best) {
        return Stream.of(
                        finding(Purpose.VENTRICULAR, "V"),
                        finding(Purpose.SUPRAVENTRICULAR, "S"),
                        fewestFalseAlarms(),
                        smallest(best),
                        fastest(best))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<BestFor> finding(Purpose purpose, String name) {
        int label = classes.indexOf(name);
        if (!isScored(label)) {
            return Optional.empty();
        }
        Function<ConfusionMatrix, OptionalDouble> figure = matrix -> matrix.f1(label);
        List<Score> sorted = sorted(ranking, figure);
        Score first = sorted.get(0);
        return first.estimate(figure)
                .map(value -> new BestFor(
                        purpose,
                        comparison.restsOnFew(protocol, label),
                        new Ranked(first.competitor(), value),
                        names(rule.level(sorted, figure)),
                        first.estimate(ClassMetric.SENSITIVITY, label),
                        first.estimate(ClassMetric.POSITIVE_PREDICTIVE_VALUE, label)));
    }

    private Optional<BestFor> fewestFalseAlarms() {
        int normal = classes.indexOf("N");
        Function<ConfusionMatrix, OptionalDouble> found = matrix -> abnormalFound(matrix, normal);
        List<Score> asked = ranking.stream()
                .filter(score ->
                        isScored(normal) && found.apply(score.confusion()).orElse(0) >= WORTH_ASKING)
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Function<ConfusionMatrix, OptionalDouble> leftAlone = matrix -> matrix.sensitivity(normal);
        List<Score> sorted = sorted(asked, leftAlone);
        Score first = sorted.get(0);
        return first.estimate(leftAlone)
                .map(part -> new Estimate(1 - part.value(), 1 - part.high(), 1 - part.low()))
                .map(alarms -> new BestFor(
                        Purpose.FEWEST_FALSE_ALARMS,
                        comparison.restsOnFew(protocol, normal),
                        new Ranked(first.competitor(), alarms),
                        names(rule.level(sorted, leftAlone)),
                        first.estimate(found),
                        Optional.empty()));
    }

    private Optional<BestFor> smallest(Tier best) {
        return least(Purpose.SMALLEST, best, Costs::modelBytes);
    }

    /** Times of trials that shared a process, or of several machines, cannot be compared. */
    private Optional<BestFor> fastest(Tier best) {
        Conditions conditions = Conditions.of(comparison.measured());
        return conditions.together() == 0 && conditions.machines() == 1
                ? least(Purpose.FASTEST, best, costs -> costs.singleMedian().toNanos() / NANOSECONDS)
                : Optional.empty();
    }

    /** Among the best tier, or all if that is one alone; nothing where there is no choice. */
    private Optional<BestFor> least(Purpose purpose, Tier best, ToDoubleFunction<Costs> cost) {
        List<Score> measured = ranking.stream()
                .filter(score -> best.members().size() == 1 || best.has(score.competitor()))
                .filter(score -> score.hasCosts() && score.median(cost) > 0)
                .toList();
        return measured.size() < 2
                ? Optional.empty()
                : measured.stream()
                        .min(Comparator.comparingDouble(score -> score.median(cost)))
                        .map(least -> new BestFor(
                                purpose,
                                false,
                                new Ranked(least.competitor(), Estimate.exactly(least.median(cost))),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private boolean isScored(int label) {
        return Aami.fits(classes)
                && comparison.scored(protocol).contains(label)
                && ranking.get(0).confusion().ofClass(label) > 0;
    }

    /** The part of all beats but the normal ones that was not called normal. */
    private static OptionalDouble abnormalFound(ConfusionMatrix matrix, int normal) {
        long all = matrix.total() - matrix.ofClass(normal);
        long missed = matrix.given(normal) - matrix.count(normal, normal);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((all - missed) / (double) all);
    }

    private static List<Score> sorted(List<Score> scores, Function<ConfusionMatrix, OptionalDouble> figure) {
        List<Double> values = scores.stream()
                .map(score -> figure.apply(score.confusion()).orElseThrow())
                .toList();
        return IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparing(values::get, Comparator.reverseOrder()))
                .map(scores::get)
                .toList();
    }

    private static List<String> names(List<Score> scores) {
        return scores.stream().map(Score::competitor).toList();
    }
}
