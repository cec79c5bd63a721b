package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.List;

/**
 * Equally wide bins from 0 on.
 *
 * @param width of each, above 0
 * @param count how many; the last takes all that is larger as well
 */
record Bins(double width, int count) {

    /** As many round bins as are needed, up to {@code most}, for values from 0 to {@code greatest}. */
    static Bins upTo(double greatest, int most) {
        double width = greatest > 0 ? round(greatest / most) : 1;
        return new Bins(width, (int) Math.floor(greatest / width + 1e-9) + 1);
    }

    /** The part of the values in each bin, 0..1; below 0 counts as 0, and without values every part is 0. */
    List<Double> shares(double[] values) {
        double[] shares = new double[count];
        for (double value : values) {
            int bin = (int) Math.min(count - 1, Math.max(0, Math.floor(value / width + 1e-9)));
            shares[bin] += 1.0 / values.length;
        }
        return Arrays.stream(shares).boxed().toList();
    }

    /** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
    private static double round(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (width <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
