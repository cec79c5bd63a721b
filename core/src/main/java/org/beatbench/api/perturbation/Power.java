package org.beatbench.api.perturbation;

/** The power of signals. */
final class Power {

    private Power() {}

    /** The mean of the squared distances from the mean; samples that are NaN do not count. 0 if there are none. */
    static double of(double... samples) {
        double sum = 0;
        int count = 0;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                sum += sample;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                squares += (sample - mean) * (sample - mean);
            }
        }
        return count == 0 ? 0 : squares / count;
    }
}
