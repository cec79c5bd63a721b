package org.beatbench.data.context;

import java.util.Arrays;

/** Replaces each value by the median of those around it; at the ends the first and the last value are repeated. */
final class RunningMedian {

    private RunningMedian() {}

    /**
     * The running median.
     *
     * @param width how many values the window holds, odd
     */
    static double[] of(double[] values, int width) {
        double[] medians = new double[values.length];
        if (values.length == 0) {
            return medians;
        }
        int reach = width / 2;
        double[] window = new double[width];
        for (int k = 0; k < width; k++) {
            window[k] = at(values, k - reach);
        }
        Arrays.sort(window);
        for (int i = 0; i < values.length; i++) {
            medians[i] = window[reach];
            replace(window, at(values, i - reach), at(values, i + reach + 1));
        }
        return medians;
    }

    private static double at(double[] values, int place) {
        return values[Math.max(0, Math.min(values.length - 1, place))];
    }

    /** Takes a value out of a sorted window and puts another into its place in the order. */
    private static void replace(double[] window, double old, double fresh) {
        int place = Arrays.binarySearch(window, old);
        while (place + 1 < window.length && window[place + 1] < fresh) {
            window[place] = window[place + 1];
            place++;
        }
        while (place > 0 && window[place - 1] > fresh) {
            window[place] = window[place - 1];
            place--;
        }
        window[place] = fresh;
    }
}
