package org.beatbench.comparison;

/**
 * A number, with its interval if it has one.
 *
 * @param value the number, finite
 * @param low the interval's lower end, equal to {@code value} if there is no interval
 * @param high the interval's upper end, equal to {@code value} if there is no interval
 */
public record Estimate(double value, double low, double high) {

    public Estimate {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("an estimate must be finite: " + value + " [" + low + ", " + high + "]");
        }
        if (low > high) {
            throw new IllegalArgumentException("an interval must not end before it starts: " + low + ", " + high);
        }
    }

    /** A number without an interval. */
    public static Estimate exactly(double value) {
        return new Estimate(value, value, value);
    }

    public boolean hasInterval() {
        return low < high;
    }
}
