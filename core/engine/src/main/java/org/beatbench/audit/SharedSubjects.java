package org.beatbench.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.beatbench.api.Beat;

/** Looks for people on both sides, by the subjects that the data set names and not by records: one person may have several. */
final class SharedSubjects {

    static final String ID = "subjects";

    private static final String TITLE = "Subjects on both sides";
    private static final int MOST_NAMED = 5;

    /** The figure that tells that records stood for people. */
    private static final String ASSUMED = "records-taken-for-subjects";

    private final SplitRows splitRows;
    private final Set<String> learned;
    private final Set<String> tested;
    private final Set<String> shared;
    private final boolean takesRecordsForSubjects;

    private SharedSubjects(SplitRows splitRows, boolean takesRecordsForSubjects) {
        this.splitRows = splitRows;
        this.takesRecordsForSubjects = takesRecordsForSubjects;
        this.learned = subjects(splitRows.learned());
        this.tested = subjects(splitRows.test());
        this.shared = new TreeSet<>(tested);
        shared.retainAll(learned);
    }

    private Set<String> subjects(int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(splitRows.beats()::beat)
                .filter(Beat::knowsSubject)
                .map(Beat::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Check check(SplitRows splitRows, boolean takesRecordsForSubjects) {
        return new SharedSubjects(splitRows, takesRecordsForSubjects).check();
    }

    /** Whether this is such a check, and records stood for people when it was made. */
    static boolean tookRecordsForSubjects(Check check) {
        return check.id().equals(ID) && check.figures().containsKey(ASSUMED);
    }

    private Check check() {
        long anonymous = anonymous(splitRows.learned()) + anonymous(splitRows.test());
        long rows = testRows();
        Map<String, Double> figures = new TreeMap<>();
        figures.put("test-subjects", (double) tested.size());
        figures.put("shared-subjects", (double) shared.size());
        figures.put("test-rows-of-shared-subjects", (double) rows);
        figures.put("rows-of-unknown-subject", (double) anonymous);
        Set<String> unexpected = new TreeSet<>(shared);
        unexpected.removeAll(splitRows.protocol().knownOnBothSides());
        boolean isBroken = splitRows.protocol().bySubject() && !unexpected.isEmpty();
        if (!isBroken && anonymous > 0) {
            return new Check(ID, TITLE, AuditVerdict.WARN, "subjects unknown", unknown(anonymous), figures);
        }
        if (takesRecordsForSubjects) {
            figures.put(ASSUMED, 1.0);
        }
        if (shared.isEmpty() && takesRecordsForSubjects && splitRows.protocol().bySubject()) {
            return new Check(ID, TITLE, AuditVerdict.WARN, "every record taken for a person", assumed(), figures);
        }
        if (shared.isEmpty()) {
            return new Check(
                    ID,
                    TITLE,
                    AuditVerdict.PASS,
                    "",
                    "None of " + AuditPhrases.counted(tested.size(), "subject", "subjects")
                            + " of the test rows is among the "
                            + AuditPhrases.counted(learned.size(), "subject", "subjects")
                            + " of the rows to learn from or choose by.",
                    figures);
        }
        return new Check(
                ID,
                TITLE,
                isBroken ? AuditVerdict.FAIL : AuditVerdict.WARN,
                AuditPhrases.count(shared.size()) + " of " + AuditPhrases.count(tested.size())
                        + " subjects on both sides",
                AuditPhrases.count(shared.size()) + " of "
                        + AuditPhrases.counted(tested.size(), "subject", "subjects")
                        + " of the test rows, with " + AuditPhrases.share(rows / (double) splitRows.test().length)
                        + " of the test rows, are on the other side too" + named() + ". " + meaning(isBroken),
                figures);
    }

    private String assumed() {
        return "None of " + AuditPhrases.counted(tested.size(), "record", "records") + " of the test rows is among the "
                + AuditPhrases.counted(learned.size(), "record", "records")
                + " of the rows to learn from or choose by. Taken for granted, and not known: that every record whose person"
                + " nothing names is of another person. If one has two of them, they may be on both sides.";
    }

    private String unknown(long anonymous) {
        return (anonymous == splitRows.learned().length + splitRows.test().length
                        ? "The data set does not say whose the rows are"
                        : "The data set does not say whose "
                                + AuditPhrases.counted(anonymous, "row of this split is", "rows of this split are"))
                + ", so that the same people may be on both sides: an inter-patient figure was not measured.";
    }

    private String named() {
        List<String> names = List.copyOf(shared);
        return names.size() > MOST_NAMED ? "" : " (" + AuditPhrases.listed(names) + ")";
    }

    private String meaning(boolean isBroken) {
        if (isBroken) {
            return "This protocol is to keep people apart, and does not.";
        }
        return splitRows.protocol().bySubject()
                ? "That is an error of the published lists, kept so that figures can be compared with others'."
                : "This protocol divides beats and not people. Its figures tell how well further beats of people already"
                        + " known are classified, and nothing about new people.";
    }

    private long anonymous(int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> !splitRows.beats().beat(row).knowsSubject())
                .count();
    }

    private long testRows() {
        return Arrays.stream(splitRows.test())
                .filter(row -> shared.contains(splitRows.beats().beat(row).subject()))
                .count();
    }
}
