package org.beatbench.saliency;

/**
 * A stretch of a beat that is hidden at once.
 *
 * @param from its first sample, 0-based
 * @param to the sample after its last
 */
public record Window(int from, int to) {

    public Window {
        if (from < 0 || from >= to) {
            throw new IllegalArgumentException(
                    "a window must begin at 0 or later, and end after that: " + from + ", " + to);
        }
    }

    /** Its middle, in samples. */
    public double middle() {
        return (from + to - 1) / 2.0;
    }
}
