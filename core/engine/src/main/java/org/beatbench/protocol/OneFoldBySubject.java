package org.beatbench.protocol;

import java.util.List;
import java.util.Set;
import org.beatbench.api.Beats;

/** Protocol {@code patients-fold}: the first fold of {@code patients} alone, at a fifth of the cost. */
record OneFoldBySubject() implements Protocol {

    static final String ID = "patients-fold";

    private static final BySubject FOLDS = new BySubject(BySubject.USUAL_FOLDS);

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
        return "new patients (1 of " + FOLDS.folds() + " folds)";
    }

    @Override
    public String explanation() {
        return "The first of the " + FOLDS.folds() + " folds of the protocol " + FOLDS.id()
                + " is the test part; no subject is ever on both sides. It takes a fifth of the time and rests on a fifth of"
                + " the subjects: where a class comes almost only from one or two people, its score is theirs. About an"
                + " eighth of the training subjects are the validation part. The seed decides between deals that are about"
                + " equally even.";
    }

    @Override
    public boolean leaks() {
        return FOLDS.leaks();
    }

    @Override
    public boolean bySubject() {
        return FOLDS.bySubject();
    }

    @Override
    public Set<String> unscored() {
        return FOLDS.unscored();
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        Split first = FOLDS.splits(beats, seed).get(0);
        return List.of(Split.of(this, first.name(), first.training(), first.validation(), first.test()));
    }
}
