package org.beatbench.protocol;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/** Cuts a validation part from training rows so that no subject stands on both sides. */
final class SubjectValidation {

    private static final int ONE_IN = 8;

    private SubjectValidation() {}

    /**
     * Cuts about an eighth: the subjects are dealt to eight folds (fewer, if there are fewer subjects), and the fold whose
     * class shares are nearest to an even eighth is the validation part. It is empty if there is but one subject.
     */
    static Strata.Cut cut(Beats beats, Selection rows, Draws draws) {
        Subjects subjects = Subjects.of(beats, rows);
        if (subjects.size() < 2) {
            return new Strata.Cut(Selection.of(), rows);
        }
        int folds = Math.min(ONE_IN, subjects.size());
        Set<String> chosen = SubjectFolds.deal(subjects, folds, draws).stream()
                .min(Comparator.comparingDouble(fold -> SubjectFolds.unevenness(subjects, fold, folds)))
                .orElseThrow();
        Set<String> others = new TreeSet<>(subjects.names());
        others.removeAll(chosen);
        return new Strata.Cut(subjects.rowsOf(chosen), subjects.rowsOf(others));
    }
}
