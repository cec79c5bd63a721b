package org.beatbench.models;

/**
 * How a model answers here what it answered when it was saved.
 *
 * @param beats that it was asked
 * @param otherClasses how many of them get another class
 * @param greatestDifference of a probability
 */
public record ModelReplay(int beats, int otherClasses, double greatestDifference) {

    /** What processors of different makers may differ by, since they add up in another order. */
    public static final double ALLOWED = 1e-4;

    /** Whether it is the same model to all intents. */
    public boolean isSame() {
        return otherClasses == 0 && greatestDifference <= ALLOWED;
    }
}
