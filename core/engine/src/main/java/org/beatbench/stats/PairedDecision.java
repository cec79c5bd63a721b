package org.beatbench.stats;

/** Whether two classifiers can be told apart, and if so which of them is higher. */
public enum PairedDecision {
    FIRST_HIGHER,
    SECOND_HIGHER,
    NOT_TOLD_APART
}
