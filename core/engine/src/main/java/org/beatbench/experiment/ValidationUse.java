package org.beatbench.experiment;

/** What becomes of a split's validation beats. */
public enum ValidationUse {
    /** Kept apart: the fit chooses by them, or a choice between candidates does, or the probabilities are calibrated by them. */
    HELD_OUT,
    /** Joined to the training beats, because they are of no other use. */
    JOINED
}
