package org.beatbench.comparison.text;

import org.beatbench.metrics.Unit;

/** What a number measures, and so how it is written. */
public enum Quantity {
    /** A whole number of things. */
    COUNT,
    /** A share of a whole, 0..1, written as a percentage. */
    SHARE,
    /** A score such as macro-F1, written with three decimals. */
    SCORE,
    /** A time span in seconds. */
    SECONDS,
    /** An amount of memory in bytes. */
    BYTES,
    /** A number without a unit. */
    PLAIN;

    /** How values of a unit are written. */
    public static Quantity of(Unit unit) {
        return switch (unit) {
            case SHARE -> SHARE;
            case SCORE, NATS -> SCORE;
            case SECONDS -> SECONDS;
            case BYTES -> BYTES;
        };
    }
}
