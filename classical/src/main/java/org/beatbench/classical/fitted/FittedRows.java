package org.beatbench.classical.fitted;

/** A fitted model that answers rows as they come, and shows how. */
public interface FittedRows {

    /** How it answers. */
    FittedRule rule();
}
