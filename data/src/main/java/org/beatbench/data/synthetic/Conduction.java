package org.beatbench.data.synthetic;

/** How impulses from the sinus node reach the ventricles. */
enum Conduction {
    /** Fast, on both sides at once. */
    USUAL("N"),
    /** The left side late: a broad, notched R wave and a T wave against it. */
    LEFT_BUNDLE_BLOCKED("L"),
    /** The right side late: a broad S wave. */
    RIGHT_BUNDLE_BLOCKED("R");

    private final String symbol;

    Conduction(String symbol) {
        this.symbol = symbol;
    }

    /** The annotation symbol of such beats. */
    String symbol() {
        return symbol;
    }
}
