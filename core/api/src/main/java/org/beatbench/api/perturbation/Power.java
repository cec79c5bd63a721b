package org.beatbench.api.perturbation;

/**
 * The power of a signal.
 *
 * @param mean of the samples; 0 if there are none
 * @param value the mean of the squared distances from the mean; 0 if there are no samples
 */
record Power(double mean, double value) {

    /** The power of samples, of which those that are NaN do not count. */
    static Power of(double... samples) {
        double sum = 0;
        double squares = 0;
        double origin = 0;
        int count = 0;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                // Distances from the first sample, so that squares do not cancel out where a signal has a large offset.
                origin = count == 0 ? sample : origin;
                sum += sample - origin;
                squares += (sample - origin) * (sample - origin);
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return new Power(origin + mean, count == 0 ? 0 : Math.max(0, squares / count - mean * mean));
    }
}
