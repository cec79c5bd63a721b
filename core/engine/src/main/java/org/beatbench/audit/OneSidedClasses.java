package org.beatbench.audit;

import java.util.List;
import java.util.Optional;
import org.beatbench.api.Selection;
import org.beatbench.protocol.Split;

/**
 * Looks for classes that can be tested and not learned, or learned and not tested. No leak, but whoever reads an average over
 * classes must know. There is no check where every class is on both sides, so what was audited before stays as it was.
 */
final class OneSidedClasses {

    static final String ID = "classes";

    private static final String TITLE = "Classes on one side";

    private OneSidedClasses() {}

    /**
     * Checks one split.
     *
     * @param all the splits of the same protocol and seed: a class is tested if one of them does
     */
    static Optional<Check> check(SplitRows splitRows, List<Split> all) {
        Selection anywhere = Selection.of(
                all.stream().map(Split::test).flatMapToInt(Selection::stream).toArray());
        ClassSides sides = ClassSides.of(
                splitRows.beats(),
                Selection.of(splitRows.learned()),
                Selection.of(splitRows.test()),
                anywhere,
                splitRows.protocol().unscored());
        return sides.isEmpty()
                ? Optional.empty()
                : Optional.of(new Check(
                        ID,
                        TITLE,
                        AuditVerdict.WARN,
                        sides.headline(),
                        String.join(" ", sides.sentences()),
                        sides.figures()));
    }
}
