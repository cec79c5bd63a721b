package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.beatbench.api.Rows;

/**
 * The two directions in which beats differ most: the principal components of their samples, padding included, as a model
 * sees them.
 */
final class Components {

    /** Longer beats are averaged to at most this many values first, since the work grows with the third power. */
    private static final int WIDEST = 512;

    /** Fixed, so that the sums do not depend on the number of processors. */
    private static final int BLOCKS = 8;

    private final int merged;
    private final double[] mean;
    private final double[][] directions;
    private final double[] shares;

    private Components(int merged, double[] mean, double[][] directions, double[] shares) {
        this.merged = merged;
        this.mean = mean;
        this.directions = directions;
        this.shares = shares;
    }

    /**
     * The components of some rows.
     *
     * @param rows their values
     * @param used the row numbers that count, at least one; all their values are finite
     */
    static Components of(Rows rows, int[] used) {
        int merged = (rows.width() + WIDEST - 1) / WIDEST;
        double[] mean = mean(rows, used, merged);
        double[][] scatter = scatter(rows, used, merged, mean);
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(scatter, false));
        double all =
                IntStream.range(0, mean.length).mapToDouble(i -> scatter[i][i]).sum();
        double[][] directions = new double[2][mean.length];
        double[] shares = new double[2];
        for (int i = 0; i < Math.min(2, mean.length); i++) {
            directions[i] = pointed(eigen.getEigenvector(i).toArray());
            shares[i] = all == 0 ? 0 : Math.max(0, eigen.getRealEigenvalue(i)) / all;
        }
        return new Components(merged, mean, directions, shares);
    }

    /** How many neighbouring samples were averaged to one value; 1 if none were. */
    int merged() {
        return merged;
    }

    /** The part of all variance that lies along the first (0) or the second (1) component, 0..1. */
    double share(int component) {
        return shares[component];
    }

    /** Where a beat lies along the first (0) or the second (1) component, 0 being the mean of all. */
    double score(float[] beat, int component) {
        double[] values = centred(beat, merged, mean);
        double score = 0;
        for (int i = 0; i < values.length; i++) {
            score += values[i] * directions[component][i];
        }
        return score;
    }

    private static double[] mean(Rows rows, int[] used, int merged) {
        double[] none = new double[(rows.width() + merged - 1) / merged];
        double[] sum = new double[none.length];
        float[] beat = new float[rows.width()];
        for (int row : used) {
            rows.copyRow(row, beat, 0);
            double[] values = centred(beat, merged, none);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return Arrays.stream(sum).map(value -> value / used.length).toArray();
    }

    private static double[] centred(float[] beat, int merged, double[] mean) {
        double[] values = new double[mean.length];
        for (int i = 0; i < beat.length; i++) {
            values[i / merged] += beat[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] / Math.min(merged, beat.length - i * merged) - mean[i];
        }
        return values;
    }

    /** The covariance, but for the division by the number of rows, which changes neither directions nor shares. */
    private static double[][] scatter(Rows rows, int[] used, int merged, double[] mean) {
        List<double[][]> parts = IntStream.range(0, BLOCKS)
                .parallel()
                .mapToObj(block -> {
                    int from = (int) ((long) used.length * block / BLOCKS);
                    int to = (int) ((long) used.length * (block + 1) / BLOCKS);
                    return upperHalf(rows, Arrays.copyOfRange(used, from, to), merged, mean);
                })
                .toList();
        double[][] scatter = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = i; j < mean.length; j++) {
                for (double[][] part : parts) {
                    scatter[i][j] += part[i][j];
                }
                scatter[j][i] = scatter[i][j];
            }
        }
        return scatter;
    }

    private static double[][] upperHalf(Rows rows, int[] used, int merged, double[] mean) {
        double[][] products = new double[mean.length][mean.length];
        float[] beat = new float[rows.width()];
        for (int row : used) {
            rows.copyRow(row, beat, 0);
            double[] values = centred(beat, merged, mean);
            for (int i = 0; i < values.length; i++) {
                addFrom(i, values, products[i]);
            }
        }
        return products;
    }

    /** The innermost loop, by itself so that it is compiled to vector instructions. */
    private static void addFrom(int i, double[] values, double[] sums) {
        double factor = values[i];
        for (int j = i; j < values.length; j++) {
            sums[j] += factor * values[j];
        }
    }

    /** A direction and its opposite are both right; the one whose largest part is positive is taken. */
    private static double[] pointed(double[] direction) {
        double largest = 0;
        for (double part : direction) {
            largest = Math.abs(part) > Math.abs(largest) ? part : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(part -> sign * part).toArray();
    }
}
