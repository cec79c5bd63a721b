package org.beatbench.comparison.verdict;

/** What must be known before a standing is acted on, the worst first. */
public enum Caveat {
    /** The audit of the splits failed, so figures mean something else than they seem to. */
    AUDIT_FAILED,
    /** No protocol was measured but those that leak: figures measure memory. */
    LEAKS,
    /** The beats were computed, not measured. */
    SYNTHETIC,
    /** No protocol was measured that keeps people apart. */
    SAME_PEOPLE,
    /** Too few people were tested to rank anybody. */
    FEW_SUBJECTS,
    /** All beats that are scored are of one class. */
    ONE_CLASS,
    /** Some competitors have not completed their trials. */
    INCOMPLETE
}
