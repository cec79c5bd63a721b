package org.beatbench.deep.kernel;

/** How a table over time becomes one row of values for a beat. */
public enum TimePooling {
    /** Mean over the steps of the beat. */
    MEAN(1),
    /** Maximum over the steps of the beat. */
    MAX(1),
    /** Both, mean first. */
    MEAN_MAX(2),
    /** All steps one after the other, padding included. */
    FLATTEN(0);

    private final int parts;

    TimePooling(int parts) {
        this.parts = parts;
    }

    /** Values that come out for so many steps and channels. */
    public int width(int steps, int channels) {
        return Math.multiplyExact(this == FLATTEN ? steps : parts, channels);
    }

    boolean takesMean() {
        return this == MEAN || this == MEAN_MAX;
    }

    boolean takesMax() {
        return this == MAX || this == MEAN_MAX;
    }
}
