package org.beatbench.data.context;

/** What counts as usual for a recording, against which its beats and intervals are measured. Made without labels. */
public enum Reference {
    /**
     * The beats that do not come early: the longer half of the intervals around. A premature beat is early against what
     * would have come, so that a plain median fails wherever premature beats are the majority.
     */
    LATE,
    /** All beats: the median interval around, and the median of all beats. */
    MEDIAN
}
