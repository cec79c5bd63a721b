package org.beatbench.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;

/**
 * Protocol {@code folds-by-subject}: the same, of a file that keeps people apart.
 *
 * @param file what it says; none where only the protocol is spoken of
 */
record OwnSubjectFolds(Optional<FoldsFile> file) implements Protocol {

    static final String ID = "folds-by-subject";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return OwnFolds.version(file);
    }

    @Override
    public String title() {
        return "new patients (folds from a file)";
    }

    @Override
    public String explanation() {
        return "The folds are those of a file that the experiment names, in which all beats of a subject are in one fold,"
                + " which is checked; each fold is the test part once while the model learns from the others. This is a"
                + " figure for new patients, as good as the folds are even. About an eighth of the training subjects are"
                + " the validation part; the seed has a say in which.";
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
    public boolean needsFolds() {
        return true;
    }

    @Override
    public Set<String> unscored() {
        return Set.of();
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        if (file.isPresent() && !beats.knowsSubjects()) {
            throw new UserError(
                    "protocol " + ID + " needs to know whose every beat is, and the data set does not say",
                    "Use a data set with subjects, such as mitdb, or the protocol " + OwnFolds.ID + ".");
        }
        return OwnFolds.splits(
                this,
                file,
                beats,
                (rows, name) -> SubjectValidation.cut(beats, rows, Draws.of(seed, ID + "/validation/" + name)));
    }
}
