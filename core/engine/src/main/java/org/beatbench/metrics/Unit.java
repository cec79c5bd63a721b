package org.beatbench.metrics;

/** How the values of a metric are to be read. */
public enum Unit {
    /** A part of a whole, 0..1, commonly shown in percent. */
    SHARE,
    /** A number without a unit. */
    SCORE,
    /** Information in natural units. */
    NATS,
    /** Wall time. */
    SECONDS,
    /** Memory. */
    BYTES
}
