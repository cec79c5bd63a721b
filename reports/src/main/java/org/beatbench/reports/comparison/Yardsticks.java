package org.beatbench.reports.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.Phrases;
import org.beatbench.results.Answers;

/** What the canaries are worth as yardsticks: who does not beat them has shown nothing. */
final class Yardsticks {

    private Yardsticks() {}

    /** The row of a canary, which is not ranked among the competitors. */
    static List<Cell> setApart(List<Cell> row) {
        return row.stream().map(cell -> cell.with(Cell.Emphasis.REFERENCE)).toList();
    }

    /** A sentence for tables in which canaries stand, with a blank before it; nothing if none was measured. */
    static String note(Comparison comparison, Protocol protocol) {
        Optional<Score> best = best(comparison, protocol);
        if (best.isEmpty()) {
            return "";
        }
        List<String> notAbove = notAbove(comparison, protocol);
        List<String> same = same(comparison, protocol);
        String named = best.get().competitor() + " (" + value(best.get()) + ")";
        return " In italics: canaries, yardsticks that are not ranked: all but the Twin finder, which looks up the nearest training"
                + " beat, know nothing of a beat's shape." + standing(comparison, protocol, notAbove, same, named)
                + (same.isEmpty()
                        ? ""
                        : " " + Phrases.listed(same) + (same.size() == 1 ? " gives" : " give") + " the very answers of "
                                + best.get().competitor() + ".");
    }

    private static String standing(
            Comparison comparison, Protocol protocol, List<String> notAbove, List<String> same, String best) {
        if (!notAbove.isEmpty()) {
            return " " + Phrases.listed(notAbove) + (notAbove.size() == 1 ? " does" : " do")
                    + " not beat the best of them, " + best + ".";
        }
        return same.size() == comparison.ranking(protocol).size()
                ? ""
                : (same.isEmpty() ? " Every classifier" : " Every other classifier")
                        + " has a higher macro-F1 than the best of them, " + best + ".";
    }

    /** What must be known before a number is believed: that some classifier does not beat the canaries. */
    static Optional<String> warning(Comparison comparison, Protocol protocol) {
        List<String> notAbove = notAbove(comparison, protocol);
        int others =
                comparison.ranking(protocol).size() - same(comparison, protocol).size();
        return notAbove.isEmpty()
                ? Optional.empty()
                : best(comparison, protocol)
                        .map(best -> "under " + Words.of(protocol) + ", "
                                + (notAbove.size() == others
                                        ? others == comparison.ranking(protocol).size()
                                                ? "no classifier beats "
                                                : "no other classifier beats "
                                        : Phrases.listed(notAbove) + (notAbove.size() == 1 ? " does" : " do")
                                                + " not beat ")
                                + "the canary " + best.competitor() + ", whose macro-F1 is " + value(best) + ".");
    }

    /** The competitors whose macro-F1 is not above that of the best canary. */
    private static List<String> notAbove(Comparison comparison, Protocol protocol) {
        Optional<Score> best = best(comparison, protocol);
        return best.isEmpty()
                ? List.of()
                : comparison.ranking(protocol).stream()
                        .filter(score -> macroF1(score) <= macroF1(best.get()))
                        .map(Score::competitor)
                        .filter(competitor -> !same(comparison, protocol).contains(competitor))
                        .toList();
    }

    /** The competitors that give the same answers as the best canary, so that neither can beat the other. */
    private static List<String> same(Comparison comparison, Protocol protocol) {
        return best(comparison, protocol).stream()
                .flatMap(best -> comparison.ranking(protocol).stream()
                        .filter(score -> score.confusion().equals(best.confusion())
                                && predictions(score).equals(predictions(best))))
                .map(Score::competitor)
                .toList();
    }

    private static List<Integer> predictions(Score score) {
        Answers answers = score.answers();
        return IntStream.range(0, answers.size()).mapToObj(answers::predicted).toList();
    }

    /** The best canary whose macro-F1 is defined. */
    private static Optional<Score> best(Comparison comparison, Protocol protocol) {
        return comparison.references(protocol).stream()
                .findFirst()
                .filter(score -> score.confusion().macroF1().isPresent());
    }

    private static double macroF1(Score score) {
        return score.confusion().macroF1().orElse(-1);
    }

    private static String value(Score score) {
        return Numbers.score(macroF1(score));
    }
}
