package org.beatbench.protocol;

import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/**
 * The split of a model that is to be used and not compared: all beats to learn from, but for a part to choose by.
 *
 * @param training rows to learn from
 * @param validation rows to choose by; empty if nothing is to be chosen, or no class has two beats
 * @param bySubject whether no subject stands on both sides
 */
public record HeldOut(Selection training, Selection validation, boolean bySubject) {

    /**
     * Holds out nothing.
     *
     * @param beats a whole data set, labelled
     * @throws org.beatbench.api.UserError if a beat has no class
     */
    public static HeldOut nothing(Beats beats) {
        Strata.of(beats);
        return new HeldOut(Selection.where(beats.size(), row -> true), Selection.of(), false);
    }

    /**
     * Holds out about an eighth of the subjects where every beat's subject is known and there are at least two, else a tenth
     * of the beats of every class.
     *
     * @param beats a whole data set, labelled
     * @param seed the only source of randomness
     * @throws org.beatbench.api.UserError if a beat has no class
     */
    public static HeldOut from(Beats beats, long seed) {
        Strata strata = Strata.of(beats);
        Selection all = Selection.where(beats.size(), row -> true);
        boolean bySubject = beats.knowsSubjects() && Subjects.of(beats, all).size() > 1;
        Strata.Cut cut = bySubject
                ? SubjectValidation.cut(beats, all, Draws.of(seed, "held-out/subjects"))
                : strata.cut(ByBeat.VALIDATION_SHARE, Draws.of(seed, "held-out/beats"));
        return new HeldOut(cut.rest(), cut.part(), bySubject);
    }
}
