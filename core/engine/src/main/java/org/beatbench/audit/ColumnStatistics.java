package org.beatbench.audit;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.beatbench.api.Rows;

/** The range, mean and standard deviation of every column of some rows; values that are not finite do not count. */
final class ColumnStatistics {

    private final double[] lowest;
    private final double[] highest;
    private final double[] mean;
    private final double[] squares;
    private final long[] counts;

    private ColumnStatistics(int width) {
        lowest = new double[width];
        highest = new double[width];
        mean = new double[width];
        squares = new double[width];
        counts = new long[width];
    }

    static ColumnStatistics of(Rows rows, int[] selected) {
        ColumnStatistics columns = new ColumnStatistics(rows.width());
        float[] row = new float[rows.width()];
        for (int number : selected) {
            rows.copyRow(number, row, 0);
            columns.add(row);
        }
        return columns;
    }

    /** B. P. Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4 (1962). */
    private void add(float[] row) {
        for (int column = 0; column < row.length; column++) {
            double value = row[column];
            if (Double.isFinite(value)) {
                lowest[column] = counts[column] == 0 ? value : Math.min(lowest[column], value);
                highest[column] = counts[column] == 0 ? value : Math.max(highest[column], value);
                counts[column]++;
                double difference = value - mean[column];
                mean[column] += difference / counts[column];
                squares[column] += difference * (value - mean[column]);
            }
        }
    }

    /** The columns that have more than one value. */
    IntStream varying() {
        IntPredicate varies = column -> lowest[column] < highest[column];
        return IntStream.range(0, mean.length).filter(varies);
    }

    /** Whether a column reaches from one value to another, to a tolerance. */
    boolean reaches(int column, double from, double to, double tolerance) {
        return Math.abs(lowest[column] - from) <= tolerance && Math.abs(highest[column] - to) <= tolerance;
    }

    /** Whether a column has mean 0 and standard deviation 1, with n or n - 1 in the denominator, to a tolerance. */
    boolean isStandard(int column, double tolerance) {
        double deviation = Math.sqrt(squares[column] / counts[column]);
        double corrected = Math.sqrt(squares[column] / Math.max(1, counts[column] - 1));
        boolean one = Math.abs(deviation - 1) <= tolerance || Math.abs(corrected - 1) <= tolerance;
        return one && Math.abs(mean[column]) <= tolerance;
    }
}
