package org.beatbench.deep.kernel;

/**
 * How near a computation came to a point where a ReLU or a maximum bends. There, no difference quotient tells the gradient, and
 * single precision may take the other side.
 */
final class Kinks {

    private double closest = Double.POSITIVE_INFINITY;

    /** Distances below which a computation is not to be compared. */
    static final double TOO_CLOSE = 1e-5;

    double relu(double value) {
        closest = Math.min(closest, Math.abs(value));
        return Math.max(0, value);
    }

    /** The largest of at least one value. */
    double max(double... values) {
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            second = Math.max(second, Math.min(first, value));
            first = Math.max(first, value);
        }
        closest = Math.min(closest, first - second);
        return first;
    }

    boolean areFar() {
        return closest > TOO_CLOSE;
    }
}
