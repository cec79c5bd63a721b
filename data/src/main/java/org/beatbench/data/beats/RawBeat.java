package org.beatbench.data.beats;

/** The samples of one beat, not yet scaled. */
final class RawBeat {

    private final double[] samples;
    private final double least;
    private final double greatest;

    RawBeat(double[] samples) {
        this.samples = samples;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double sample : samples) {
            // Math.min and Math.max pass NaN on, so that one missing sample marks the whole part.
            min = Math.min(min, sample);
            max = Math.max(max, sample);
        }
        this.least = min;
        this.greatest = max;
    }

    int size() {
        return samples.length;
    }

    boolean isMissing() {
        return Double.isNaN(least);
    }

    /**
     * The samples scaled to 0..1 over the whole part, then cut or zero-padded. A flat part is all zeros.
     *
     * <p>Divided in double and rounded to float once: a ratio of integers below 2<sup>12</sup> is never so near to the
     * middle between two floats that the two roundings could differ from one.
     */
    float[] scaled(int length) {
        float[] scaled = new float[length];
        double range = greatest - least;
        if (range > 0) {
            for (int i = 0; i < Math.min(samples.length, length); i++) {
                scaled[i] = (float) ((samples[i] - least) / range);
            }
        }
        return scaled;
    }
}
