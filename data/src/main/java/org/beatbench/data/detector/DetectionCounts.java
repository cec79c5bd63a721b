package org.beatbench.data.detector;

/**
 * How many annotated beats a detector found.
 *
 * @param found annotated beats that were found
 * @param missed annotated beats that were not
 * @param extra what was found and is no annotated beat
 */
public record DetectionCounts(int found, int missed, int extra) {

    /** Nothing yet. */
    public static final DetectionCounts NONE = new DetectionCounts(0, 0, 0);

    /** Both together. */
    public DetectionCounts plus(DetectionCounts other) {
        return new DetectionCounts(found + other.found, missed + other.missed, extra + other.extra);
    }

    /** Annotated beats. */
    public int beats() {
        return found + missed;
    }

    /** Share of the annotated beats that were found; NaN if there are none. */
    public double sensitivity() {
        return found / (double) beats();
    }

    /** Share of what was found that is a beat; NaN if nothing was. */
    public double positivePredictiveValue() {
        return found / (double) (found + extra);
    }

    /** Harmonic mean of both; NaN if there are neither beats nor marks. */
    public double f1() {
        return 2.0 * found / (2.0 * found + missed + extra);
    }
}
