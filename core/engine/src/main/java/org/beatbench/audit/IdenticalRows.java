package org.beatbench.audit;

import java.util.Map;
import java.util.TreeMap;

/** Looks for test rows that have an identical twin on the model's side: equal values, whatever their row numbers. */
final class IdenticalRows {

    static final String ID = "identical-rows";

    private IdenticalRows() {}

    /** The test rows with a twin. Rows without variation do not count: two of them are equal for no other reason. */
    static Tally tally(SplitRows splitRows) {
        Tally tally = new Tally(splitRows.classes());
        for (int row : splitRows.test()) {
            tally.add(splitRows.beats().label(row), splitRows.isLearned(row) && !splitRows.isFlat(row));
        }
        return tally;
    }

    static Check check(SplitRows splitRows, Tally tally) {
        Map<String, Double> figures = new TreeMap<>();
        tally.addTo(figures, "twins");
        AuditVerdict verdict = tally.verdict(splitRows.protocol().bySubject());
        String basis =
                "among the " + AuditPhrases.count(splitRows.learned().length) + " rows to learn from or choose by";
        return new Check(
                ID,
                "Identical rows",
                verdict,
                verdict == AuditVerdict.PASS ? "" : AuditPhrases.share(tally.share()) + " twins",
                verdict == AuditVerdict.PASS
                        ? "None of " + AuditPhrases.counted(tally.asked(), "test row", "test rows")
                                + " has an identical twin " + basis + "."
                        : AuditPhrases.count(tally.found()) + " of "
                                + AuditPhrases.counted(tally.asked(), "test row", "test rows") + " ("
                                + AuditPhrases.share(tally.share()) + ") have an identical twin " + basis + ": "
                                + tally.byClass() + " of each class. " + meaning(verdict, splitRows),
                figures);
    }

    private static String meaning(AuditVerdict verdict, SplitRows splitRows) {
        if (verdict == AuditVerdict.WARN) {
            return "That is less than a hundredth of every class, and can raise no sensitivity by more than a point.";
        }
        return splitRows.protocol().bySubject()
                ? "No two people have the same beat sample for sample: somebody is on both sides, or rows were copied."
                : "Whoever only remembers gets these right.";
    }
}
