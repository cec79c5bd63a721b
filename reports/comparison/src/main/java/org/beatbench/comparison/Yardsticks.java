package org.beatbench.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.protocol.Protocol;

/**
 * What the canaries under one protocol are worth as yardsticks: who does not beat them has shown nothing.
 *
 * @param best the canary with the highest macro-F1, which is defined
 * @param notAbove the competitors whose macro-F1 is not above its own, without those that give the same answers
 * @param same the competitors that give the same answers, so that neither can beat the other
 */
public record Yardsticks(Score best, List<String> notAbove, List<String> same) {

    public Yardsticks {
        notAbove = List.copyOf(notAbove);
        same = List.copyOf(same);
    }

    /** Those under a protocol; empty if no canary was measured, or none has a macro-F1. */
    public static Optional<Yardsticks> of(Comparison comparison, Protocol protocol) {
        return comparison.references(protocol).stream()
                .findFirst()
                .filter(score -> score.confusion().macroF1().isPresent())
                .map(best -> of(best, comparison.ranking(protocol)));
    }

    private static Yardsticks of(Score best, List<Score> ranking) {
        List<String> same = ranking.stream()
                .filter(score -> score.confusion().equals(best.confusion())
                        && predictions(score).equals(predictions(best)))
                .map(Score::competitor)
                .toList();
        List<String> notAbove = ranking.stream()
                .filter(score -> macroF1(score) <= macroF1(best))
                .map(Score::competitor)
                .filter(competitor -> !same.contains(competitor))
                .toList();
        return new Yardsticks(best, notAbove, same);
    }

    private static List<Integer> predictions(Score score) {
        Answers answers = score.answers();
        return IntStream.range(0, answers.size()).mapToObj(answers::predicted).toList();
    }

    private static double macroF1(Score score) {
        return score.confusion().macroF1().orElse(-1);
    }
}
