package org.beatbench.data.records;

/** What becomes of a data set in which a record is damaged, incomplete, or cannot be cut. */
public enum BadRecords {
    /** All of them are named, and there are no beats. */
    REFUSE,
    /** They are named and left out. */
    SKIP
}
