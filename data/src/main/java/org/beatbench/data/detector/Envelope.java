package org.beatbench.data.detector;

import java.util.Arrays;

/**
 * How much there is of a QRS complex at each moment, whichever way it points: the energy of slope and curvature of the smoothed
 * signal, gathered over a complex. A chain of moving sums stands for the Gaussian, so the work does not depend on the rate, and what
 * is slower (P and T waves, baseline) or faster (muscle, mains) than a complex counts less.
 */
final class Envelope {

    /** Of the Gaussian, in seconds. */
    private static final double DEVIATION = 0.008;

    /** Between the samples that slope and curvature are taken from, in seconds. */
    private static final double STEP = 0.012;

    /** Over which energy is gathered, in seconds. */
    private static final double COMPLEX = 0.10;

    private final MovingSum[] smoothing;
    private final MovingSum energy;
    private final double[] past;
    private final int delay;
    private int at;
    private boolean begun;

    /** For a signal of so many samples a second. */
    Envelope(double rate) {
        double deviation = DEVIATION * rate;
        // A moving mean of n samples has the variance (n² - 1) / 12, and there are three.
        int length = odd(Math.sqrt(1 + 4 * deviation * deviation));
        smoothing = new MovingSum[] {new MovingSum(length), new MovingSum(length), new MovingSum(length)};
        int step = Math.max(1, (int) Math.round(STEP * rate));
        past = new double[2 * step + 1];
        energy = new MovingSum(odd(COMPLEX * rate));
        delay = 3 * (length / 2) + step + energy.length() / 2;
    }

    private static int odd(double length) {
        return Math.max(1, 2 * (int) Math.round((length - 1) / 2) + 1);
    }

    /** How many samples later the answer to a sample comes. */
    int delay() {
        return delay;
    }

    /** The square of its height, which takes no root of every sample, at the one that came {@link #delay} samples before this one. */
    double next(double sample) {
        if (!begun) {
            begin(sample);
        }
        double value = sample;
        for (MovingSum one : smoothing) {
            value = one.next(value);
        }
        past[at] = value;
        int oldest = at + 1 == past.length ? 0 : at + 1;
        int middle = at - past.length / 2 + (at < past.length / 2 ? past.length : 0);
        double slope = value - past[oldest];
        double curvature = value - 2 * past[middle] + past[oldest];
        at = oldest;
        return Math.max(0, energy.next(slope * slope + curvature * curvature));
    }

    private void begin(double sample) {
        begun = true;
        double value = sample;
        for (MovingSum one : smoothing) {
            one.fill(value);
            value *= one.length();
        }
        Arrays.fill(past, value);
    }
}
