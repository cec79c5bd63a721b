package org.beatbench.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Tells whether classes were resampled before the split: the protocol says so of itself, or the data show it, since of
 * some classes far more test rows have an identical twin than of others.
 */
final class ResampledFirst {

    static final String ID = "resampling";

    private static final String TITLE = "Resampled before the division";
    private static final double MANY = 0.1;
    private static final double MORE = 2;

    /** Fewer rows say nothing about a class. */
    private static final int FEWEST = 5;

    private ResampledFirst() {}

    /**
     * Judges by the identical rows that were found.
     *
     * @param twins test rows with an identical twin on the other side
     */
    static Check check(SplitRows splitRows, Tally twins) {
        double least = twins.present()
                .filter(label -> twins.asked(label) >= FEWEST)
                .mapToDouble(twins::share)
                .min()
                .orElse(0);
        List<String> repeated = twins.present()
                .filter(label -> twins.asked(label) >= FEWEST)
                .filter(label -> twins.share(label) >= Math.max(MANY, MORE * least))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer label) -> twins.share(label))
                        .reversed())
                .map(splitRows.classes()::get)
                .toList();
        Map<String, Double> figures = Map.of("repeated-classes", (double) repeated.size());
        if (!splitRows.protocol().leaks() && repeated.isEmpty()) {
            return new Check(
                    ID,
                    TITLE,
                    AuditVerdict.PASS,
                    "",
                    "The protocol divides rows as they are, no class is repeated across the division more than another, and"
                            + " trials resample their training rows only.",
                    figures);
        }
        String byRule =
                splitRows.protocol().leaks() ? "The protocol evens out the classes before it divides them. " : "";
        String byData = repeated.isEmpty()
                ? "So small a part of the classes is repeated here that it does not show in the rows."
                : "It shows in the rows: of class " + AuditPhrases.listed(repeated)
                        + " a tenth or more, and twice as much as of the class that is repeated least, stands on both sides.";
        return new Check(ID, TITLE, AuditVerdict.FAIL, "resampled first", byRule + byData, figures);
    }
}
