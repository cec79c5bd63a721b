package org.beatbench.comparison.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.beatbench.canaries.Canaries;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;

/**
 * What is reached without learning anything, and who is above it.
 *
 * @param name of {@link Kind#MAJORITY} the class that is always answered, else whose answers these are
 * @param value its accuracy, or macro-F1
 * @param above the competitors with a higher one, the highest first
 * @param notAbove all others, likewise
 */
public record Yardstick(Kind kind, String name, Estimate value, List<Ranked> above, List<Ranked> notAbove) {

    /** What it takes, and what is compared. */
    public enum Kind {
        /** Always answering the most frequent class; by accuracy. */
        MAJORITY,
        /** Answering the class of the nearest training beat; by macro-F1. */
        NEAREST_BEAT
    }

    public Yardstick {
        above = List.copyOf(above);
        notAbove = List.copyOf(notAbove);
    }

    /** The highest competitor. */
    public Ranked best() {
        return above.isEmpty() ? notAbove.get(0) : above.get(0);
    }

    /** Those under a protocol: the majority class always, if only by counting the test beats. */
    static List<Yardstick> of(Comparison comparison, Protocol protocol, List<Score> ranking) {
        List<Yardstick> yardsticks = new ArrayList<>();
        Optional<Score> majority = canary(comparison, protocol, Canaries.MAJORITY);
        ConfusionMatrix counts = majority.orElse(ranking.get(0)).confusion();
        String answer = name(counts, majority.isPresent() ? counts::given : counts::ofClass);
        majority.flatMap(Score::accuracy)
                .or(() -> ranking.get(0).estimate(ConfusionMatrix::majorityRate))
                .map(value -> of(Kind.MAJORITY, answer, value, ranking, Score::accuracy))
                .ifPresent(yardsticks::add);
        canary(comparison, protocol, Canaries.TWIN)
                .flatMap(twin -> twin.macroF1()
                        .map(value -> of(Kind.NEAREST_BEAT, twin.competitor(), value, ranking, Score::macroF1)))
                .ifPresent(yardsticks::add);
        return yardsticks;
    }

    private static Yardstick of(
            Kind kind, String name, Estimate value, List<Score> ranking, Function<Score, Optional<Estimate>> figure) {
        List<Ranked> sorted = ranking.stream()
                .map(score -> new Ranked(score.competitor(), figure.apply(score).orElseThrow()))
                .sorted(Comparator.comparingDouble((Ranked one) -> one.value().value())
                        .reversed())
                .toList();
        return new Yardstick(
                kind,
                name,
                value,
                sorted.stream()
                        .filter(one -> one.value().value() > value.value())
                        .toList(),
                sorted.stream()
                        .filter(one -> one.value().value() <= value.value())
                        .toList());
    }

    /** A canary by its id; where beats of several forms were asked for, the one that does best. */
    private static Optional<Score> canary(Comparison comparison, Protocol protocol, String id) {
        List<String> labels = comparison.sets().stream()
                .filter(set -> set.trials().get(0).classifier().id().equals(id))
                .map(FoldSet::competitor)
                .toList();
        return comparison.references(protocol).stream()
                .filter(score -> labels.contains(score.competitor()))
                .findFirst();
    }

    private static String name(ConfusionMatrix counts, IntToLongFunction count) {
        return counts.classes()
                .get(IntStream.range(0, counts.classes().size())
                        .boxed()
                        .max(Comparator.comparingLong((Integer label) -> count.applyAsLong(label))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow());
    }
}
