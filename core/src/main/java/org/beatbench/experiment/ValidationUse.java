package org.beatbench.experiment;

/** What becomes of a split's validation beats. */
public enum ValidationUse {
    /** Kept apart: the fit chooses by them, or a choice between candidates does. */
    HELD_OUT,
    /** Joined to the training beats, because nothing is chosen by them. */
    JOINED
}
