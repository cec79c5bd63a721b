package org.beatbench.data.context;

import java.util.Arrays;

/** Medians and other quantiles, with linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
final class Order {

    private Order() {}

    /**
     * The median of some values, without sorting all of them; their order changes.
     *
     * @param count how many of the first values count, at least 1
     */
    static double median(double[] values, int count) {
        double upper = select(values, count, count / 2);
        if (count % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < count / 2; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + upper) / 2;
    }

    /** A quantile of values in ascending order. */
    static double quantile(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        double low = ascending[below];
        return below + 1 < ascending.length ? low + (place - below) * (ascending[below + 1] - low) : low;
    }

    /** A sorted copy. */
    static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** The k-th smallest, 0-based; afterwards nothing before it is greater (Hoare 1961, algorithm 65). */
    private static double select(double[] values, int count, int k) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = values[k];
            int i = low;
            int j = high;
            do {
                while (values[i] < pivot) {
                    i++;
                }
                while (pivot < values[j]) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            } while (i <= j);
            if (j < k) {
                low = i;
            }
            if (k < i) {
                high = j;
            }
        }
        return values[k];
    }
}
