package org.beatbench.reports.sections;

import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Yardsticks;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Cell;

/** What canaries say about the competitors beside them, in words, and how their rows stand apart. */
public final class YardstickNotes {

    private YardstickNotes() {}

    /** The row of a canary, which is not ranked among the competitors. */
    public static List<Cell> setApart(List<Cell> row) {
        return row.stream().map(cell -> cell.with(Cell.Emphasis.REFERENCE)).toList();
    }

    /** A sentence for tables in which canaries stand, with a blank before it; nothing if none was measured. */
    public static String note(Comparison comparison, Protocol protocol) {
        return Yardsticks.of(comparison, protocol)
                .map(found -> note(found, comparison.ranking(protocol).size()))
                .orElse("");
    }

    private static String note(Yardsticks yardsticks, int competitors) {
        List<String> same = yardsticks.same();
        return " In italics: canaries, yardsticks that are not ranked: all but the Twin finder, which looks up the nearest training"
                + " beat, know nothing of a beat's shape." + standing(yardsticks, competitors)
                + (same.isEmpty()
                        ? ""
                        : " " + Phrases.listed(same) + (same.size() == 1 ? " gives" : " give") + " the very answers of "
                                + yardsticks.best().competitor() + ".");
    }

    private static String standing(Yardsticks yardsticks, int competitors) {
        String best = yardsticks.best().competitor() + " (" + value(yardsticks) + ")";
        List<String> notAbove = yardsticks.notAbove();
        if (!notAbove.isEmpty()) {
            return " " + Phrases.listed(notAbove) + (notAbove.size() == 1 ? " does" : " do")
                    + " not beat the best of them, " + best + ".";
        }
        return yardsticks.same().size() == competitors
                ? ""
                : (yardsticks.same().isEmpty() ? " Every classifier" : " Every other classifier")
                        + " has a higher macro-F1 than the best of them, " + best + ".";
    }

    /** What must be known before a number is believed: that some classifier does not beat the canaries. */
    public static Optional<String> warning(Comparison comparison, Protocol protocol) {
        int competitors = comparison.ranking(protocol).size();
        return Yardsticks.of(comparison, protocol)
                .filter(found -> !found.notAbove().isEmpty())
                .map(found -> "under " + ComparisonPhrases.of(protocol) + ", " + whoDoesNotBeat(found, competitors)
                        + "the canary " + found.best().competitor() + ", whose macro-F1 is " + value(found) + ".");
    }

    private static String whoDoesNotBeat(Yardsticks yardsticks, int competitors) {
        List<String> notAbove = yardsticks.notAbove();
        if (notAbove.size() == competitors) {
            return "no classifier beats ";
        }
        return notAbove.size() == competitors - yardsticks.same().size()
                ? "no other classifier beats "
                : Phrases.listed(notAbove) + (notAbove.size() == 1 ? " does" : " do") + " not beat ";
    }

    private static String value(Yardsticks yardsticks) {
        return Numbers.score(yardsticks.best().confusion().macroF1().orElseThrow());
    }
}
