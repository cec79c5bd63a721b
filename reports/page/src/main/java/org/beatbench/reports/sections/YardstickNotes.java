package org.beatbench.reports.sections;

import java.util.List;
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

    private static String value(Yardsticks yardsticks) {
        return Numbers.score(yardsticks.best().confusion().macroF1().orElseThrow());
    }
}
