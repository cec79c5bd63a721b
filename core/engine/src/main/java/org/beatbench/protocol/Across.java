package org.beatbench.protocol;

import java.util.List;
import java.util.Set;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/** Protocol {@code across}: one data set is learned from, another is the test part. */
record Across() implements Protocol {

    static final String ID = "across";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String title() {
        return "new patients (another data base)";
    }

    @Override
    public String explanation() {
        return "Learns from one data set and is tested on another, which is the test part as a whole: other people, mostly"
                + " another recorder, other annotators and other shares of the classes. What is chosen is chosen within the"
                + " first: about an eighth of its subjects are the validation part, or a tenth of its beats where it does not"
                + " say whose they are; the seed has a say in which, and changes nothing else.";
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
    public boolean needsExperiment() {
        return true;
    }

    @Override
    public Set<String> unscored() {
        return Set.of();
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        Strata.of(beats);
        if (!Parts.areIn(beats)) {
            throw new UserError(
                    "protocol " + ID + " needs a second data set to test on",
                    "name it in an experiment: test-dataset: {id: ..., settings: ...}");
        }
        Selection learned = Parts.TRAINING.rowsOf(beats);
        boolean knowsSubjects = learned.stream().mapToObj(beats::beat).allMatch(Beat::knowsSubject);
        Strata.Cut validation = knowsSubjects
                ? SubjectValidation.cut(beats, learned, Draws.of(seed, ID + "/validation"))
                : Strata.of(beats, learned).cut(ByBeat.VALIDATION_SHARE, Draws.of(seed, ID + "/validation"));
        return List.of(Split.of(this, Split.ONLY, validation.rest(), validation.part(), Parts.TEST.rowsOf(beats)));
    }
}
