package org.beatbench.metrics;

/** How the values of a metric are to be read. */
public enum Unit {
    /** A part of a whole, 0..1, commonly shown in percent. */
    SHARE("share"),
    /** A number without a unit. */
    SCORE("score"),
    /** Information in natural units. */
    NATS("nats"),
    /** Wall time. */
    SECONDS("s"),
    /** Memory. */
    BYTES("B");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** What it is called in files. */
    public String symbol() {
        return symbol;
    }
}
