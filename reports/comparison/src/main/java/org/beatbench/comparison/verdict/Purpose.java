package org.beatbench.comparison.verdict;

import org.beatbench.comparison.text.Quantity;

/** What somebody may want a classifier for. Those of kinds of beats are asked only where beats are of classes N, S, V, F and Q. */
public enum Purpose {
    /** Finding ventricular ectopic beats: F1 of class V. */
    VENTRICULAR(Quantity.SCORE),
    /** Finding supraventricular ectopic beats: F1 of class S. */
    SUPRAVENTRICULAR(Quantity.SCORE),
    /** Calling few normal beats abnormal: the part of class N that is given another class, among those that find half of all others. */
    FEWEST_FALSE_ALARMS(Quantity.SHARE),
    /** The smallest saved model of the best tier. */
    SMALLEST(Quantity.BYTES),
    /** The shortest time to answer a single beat, in the best tier. */
    FASTEST(Quantity.SECONDS);

    private final Quantity quantity;

    Purpose(Quantity quantity) {
        this.quantity = quantity;
    }

    /** What its figure measures. */
    public Quantity quantity() {
        return quantity;
    }
}
