package org.beatbench.data.detector;

/**
 * A part of a whole.
 *
 * @param part counted
 * @param whole counted
 */
public record Share(long part, long whole) {

    /** NaN if there is nothing. */
    public double value() {
        return (double) part / whole;
    }
}
