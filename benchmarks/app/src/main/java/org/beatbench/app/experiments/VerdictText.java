package org.beatbench.app.experiments;

import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.verdict.Verdict;
import org.beatbench.reports.comparison.VerdictSentences;
import org.beatbench.reports.comparison.VerdictTable;

/** What a run came to, for a terminal of 80 columns: the verdict, and a line for each classifier. */
final class VerdictText {

    private static final int WIDTH = 80;

    private VerdictText() {}

    static String of(Comparison comparison) {
        Verdict verdict = Verdict.of(comparison);
        return wrapped(new VerdictSentences(verdict).headline())
                + VerdictTable.of(comparison, verdict)
                        .map(table -> "\n" + table.text())
                        .orElse("");
    }

    /** Lines that end at blanks; a longer word has a line of its own. */
    static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ")) {
            if (length > 0) {
                boolean fits = length + 1 + word.length() <= WIDTH;
                lines.append(fits ? ' ' : '\n');
                length = fits ? length + 1 : 0;
            }
            lines.append(word);
            length += word.length();
        }
        return lines.append('\n').toString();
    }
}
