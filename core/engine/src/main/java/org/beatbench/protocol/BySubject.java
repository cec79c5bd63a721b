package org.beatbench.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/**
 * Protocol {@code patients}: folds of subjects, each the test part once.
 *
 * @param folds at least 2
 */
record BySubject(int folds) implements Protocol {

    static final String ID = "patients";
    static final int USUAL_FOLDS = 5;

    @Override
    public String id() {
        return folds == USUAL_FOLDS ? ID : ID + "-" + folds;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String title() {
        return "new patients (" + folds + " folds)";
    }

    @Override
    public String explanation() {
        return "The subjects are dealt to " + folds
                + " folds, each of which is the test part once while the model learns from"
                + " the others; no subject is ever on both sides. The folds get about equal shares of every class, as far"
                + " as whole subjects allow: where a class comes almost only from one or two people, it cannot be even."
                + " This is the honest figure for new patients, with all classes. About an eighth of the training"
                + " subjects are the validation part. The seed decides between deals that are about equally even.";
    }

    @Override
    public boolean leaks() {
        return false;
    }

    @Override
    public boolean bySubject() {
        return true;
    }

    @Override
    public Set<String> unscored() {
        return Set.of();
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        Selection all = Selection.where(beats.size(), row -> true);
        Subjects subjects = knownSubjects(beats, all);
        List<Set<String>> dealt = SubjectFolds.deal(subjects, folds, Draws.of(seed, id() + "/folds"));
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            String name = "fold-" + (fold + 1);
            Set<String> others = new TreeSet<>(subjects.names());
            others.removeAll(dealt.get(fold));
            Strata.Cut validation =
                    SubjectValidation.cut(beats, subjects.rowsOf(others), Draws.of(seed, id() + "/validation/" + name));
            splits.add(Split.of(this, name, validation.rest(), validation.part(), subjects.rowsOf(dealt.get(fold))));
        }
        return List.copyOf(splits);
    }

    private Subjects knownSubjects(Beats beats, Selection all) {
        Strata.of(beats);
        if (!beats.knowsSubjects()) {
            throw new UserError(
                    "protocol " + id() + " needs to know whose every beat is, and the data set does not say",
                    "Use a data set with subjects, such as mitdb, or the protocol beats.");
        }
        Subjects subjects = Subjects.of(beats, all);
        if (subjects.size() < folds) {
            throw new UserError(
                    "protocol " + id() + " makes " + folds + " folds, and the data set has " + subjects.size()
                            + (subjects.size() == 1 ? " subject" : " subjects"),
                    subjects.size() < 2
                            ? "Use a data set with more subjects, or the protocol beats."
                            : "Use a data set with more subjects, or the protocol patients-" + subjects.size() + ".");
        }
        return subjects;
    }
}
