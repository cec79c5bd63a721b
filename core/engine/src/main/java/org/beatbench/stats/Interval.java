package org.beatbench.stats;

/**
 * A figure and the range it would mostly fall into if the same were measured again on other beats or other subjects.
 *
 * @param low lower end
 * @param estimate the figure itself; nearly always within the range, but a bootstrap interval does not promise it
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double estimate, double high) {

    public Interval {
        if (!(low <= high) || Double.isNaN(estimate)) {
            throw new IllegalArgumentException("not an interval: " + low + " " + estimate + " " + high);
        }
    }

    /** The same, with the range made wider where it does not hold the figure. */
    public Interval widened() {
        return new Interval(Math.min(low, estimate), estimate, Math.max(high, estimate));
    }
}
