package org.beatbench.neighbours;

import org.beatbench.api.Rows;

/** Euclidean distances and lengths of rows. */
public final class Distances {

    private static final int STRIDE = 32;

    private Distances() {}

    /** The distance of two rows of a table. */
    public static double between(Rows rows, int one, int other) {
        return Math.sqrt(square(rows.row(one), rows.row(other), Double.POSITIVE_INFINITY));
    }

    /** The square of the Euclidean distance, or infinity once it is above a limit. */
    static double square(float[] first, float[] second, double limit) {
        double sum = 0;
        for (int start = 0; start < first.length; start += STRIDE) {
            int end = Math.min(start + STRIDE, first.length);
            for (int i = start; i < end; i++) {
                double difference = (double) first[i] - second[i];
                sum += difference * difference;
            }
            if (sum > limit) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }

    /** The larger of a square and that of a row's length, which does not count if it is not finite. */
    static double longer(double square, float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += (double) value * value;
        }
        return sum > square && Double.isFinite(sum) ? sum : square;
    }
}
