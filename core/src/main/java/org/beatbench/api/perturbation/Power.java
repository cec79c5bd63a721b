package org.beatbench.api.perturbation;

/** The mean and the power of signals; samples that are NaN do not count. */
final class Power {

    private Power() {}

    /** The mean of the squared distances from the mean; 0 if there are none. */
    static double of(double... samples) {
        double mean = mean(samples);
        double squares = 0;
        int count = 0;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                squares += (sample - mean) * (sample - mean);
                count++;
            }
        }
        return count == 0 ? 0 : squares / count;
    }

    /** The mean; 0 if there are none. */
    static double mean(double... samples) {
        double sum = 0;
        int count = 0;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                sum += sample;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
