package org.beatbench.data.detector;

import java.util.Arrays;

/** The sum of the last values of a stream. */
final class MovingSum {

    private final double[] last;
    private int at;
    private double sum;

    MovingSum(int length) {
        this.last = new double[length];
    }

    int length() {
        return last.length;
    }

    /** Takes all values before the first for the same. */
    void fill(double value) {
        Arrays.fill(last, value);
        sum = value * last.length;
    }

    double next(double value) {
        sum += value - last[at];
        last[at] = value;
        if (++at == last.length) {
            at = 0;
            // Added up anew, since what a huge value leaves behind by rounding would stay for ever.
            sum = 0;
            for (double one : last) {
                sum += one;
            }
        }
        return sum;
    }
}
