package org.beatbench.audit;

import java.util.Map;
import java.util.TreeMap;

/** Looks for test rows that have an identical twin on the model's side: equal values, whatever their row numbers. */
final class IdenticalRows {

    static final String ID = "identical-rows";

    private IdenticalRows() {}

    /** The test rows with a twin. Rows without variation do not count: two of them are equal for no other reason. */
    static Tally tally(Sides sides) {
        Tally tally = new Tally(sides.classes());
        for (int row : sides.test()) {
            tally.add(sides.beats().label(row), sides.isLearned(row) && !sides.isFlat(row));
        }
        return tally;
    }

    static Check check(Sides sides, Tally tally) {
        Map<String, Double> figures = new TreeMap<>();
        tally.addTo(figures, "twins");
        AuditVerdict verdict = tally.verdict(sides.protocol().bySubject());
        String basis = "among the " + Wording.count(sides.learned().length) + " rows to learn from or choose by";
        return new Check(
                ID,
                "Identical rows",
                verdict,
                verdict == AuditVerdict.PASS ? "" : Wording.share(tally.share()) + " twins",
                verdict == AuditVerdict.PASS
                        ? "None of " + Wording.counted(tally.asked(), "test row", "test rows")
                                + " has an identical twin " + basis + "."
                        : Wording.count(tally.found()) + " of "
                                + Wording.counted(tally.asked(), "test row", "test rows") + " ("
                                + Wording.share(tally.share()) + ") have an identical twin " + basis + ": "
                                + tally.byClass() + " of each class. " + meaning(verdict, sides),
                figures);
    }

    private static String meaning(AuditVerdict verdict, Sides sides) {
        if (verdict == AuditVerdict.WARN) {
            return "That is less than a hundredth of every class, and can raise no sensitivity by more than a point.";
        }
        return sides.protocol().bySubject()
                ? "No two people have the same beat sample for sample: somebody is on both sides, or rows were copied."
                : "Whoever only remembers gets these right.";
    }
}
