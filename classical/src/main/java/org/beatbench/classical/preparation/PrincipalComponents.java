package org.beatbench.classical.preparation;

import java.util.stream.IntStream;
import org.beatbench.api.Rows;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/**
 * The directions in which the channels of beats vary most (Pearson 1901), in units of the standard deviation along the first
 * of them.
 */
final class PrincipalComponents {

    /** More rows than this change the directions no more than another draw of them would. */
    private static final int MOST_ROWS = 4_000;

    private final float[] mean;
    private final float[][] directions;

    /**
     * Components that were found before.
     *
     * @param mean of every column, subtracted first
     * @param directions by which columns are weighed, one for each component; already divided by that deviation
     */
    PrincipalComponents(float[] mean, float[][] directions) {
        this.mean = mean;
        this.directions = directions;
    }

    float[] mean() {
        return mean;
    }

    float[][] directions() {
        return directions;
    }

    /**
     * Finds them.
     *
     * @param rows of the training beats; only the first columns are looked at
     * @param columns how many
     * @param most components; fewer, where the columns vary in fewer directions
     */
    static PrincipalComponents of(Rows rows, int columns, int most) {
        int used = Math.min(rows.size(), MOST_ROWS);
        double[][] sample = IntStream.range(0, used)
                .mapToObj(i -> columns(rows, (int) ((long) i * rows.size() / used), columns))
                .toArray(double[][]::new);
        double[] mean = new double[columns];
        for (double[] row : sample) {
            for (int k = 0; k < columns; k++) {
                mean[k] += row[k] / used;
            }
        }
        DenseMatrix covariance = covariance(sample, mean);
        DenseMatrix.EigenDecomposition decomposition = covariance
                .eigenDecomposition()
                .orElseThrow(() -> new IllegalStateException("the covariance of the channels has no eigenvectors"));
        double[] variances = decomposition.eigenvalues().toArray();
        int kept = (int) IntStream.range(0, Math.min(most, columns))
                .filter(component -> variances[component] > 1e-9 * variances[0] && variances[component] > 0)
                .count();
        float[][] directions = new float[kept][columns];
        for (int component = 0; component < kept; component++) {
            DenseVector vector = decomposition.getEigenVector(component);
            double unit = sign(vector) / Math.sqrt(variances[0]);
            for (int k = 0; k < columns; k++) {
                directions[component][k] = (float) (vector.get(k) * unit);
            }
        }
        float[] rounded = new float[columns];
        for (int k = 0; k < columns; k++) {
            rounded[k] = (float) mean[k];
        }
        return new PrincipalComponents(rounded, directions);
    }

    /** How far a row lies along each direction, written from a place on. */
    void copy(float[] row, float[] target, int start) {
        for (int component = 0; component < directions.length; component++) {
            float[] direction = directions[component];
            double sum = 0;
            for (int k = 0; k < mean.length; k++) {
                sum += (double) (row[k] - mean[k]) * direction[k];
            }
            target[start + component] = (float) sum;
        }
    }

    /** An eigenvector may point either way: the way in which its largest entry is positive. */
    private static double sign(DenseVector vector) {
        double largest = 0;
        for (int k = 0; k < vector.size(); k++) {
            largest = Math.abs(vector.get(k)) > Math.abs(largest) ? vector.get(k) : largest;
        }
        return Math.signum(largest);
    }

    private static DenseMatrix covariance(double[][] sample, double[] mean) {
        int columns = mean.length;
        double[][] sums = new double[columns][columns];
        IntStream.range(0, columns).parallel().forEach(i -> {
            for (double[] row : sample) {
                double one = row[i] - mean[i];
                for (int k = 0; k <= i; k++) {
                    sums[i][k] += one * (row[k] - mean[k]);
                }
            }
        });
        for (int i = 0; i < columns; i++) {
            for (int k = 0; k < i; k++) {
                sums[k][i] = sums[i][k];
            }
        }
        return DenseMatrix.createDenseMatrix(sums);
    }

    private static double[] columns(Rows rows, int row, int columns) {
        double[] values = new double[columns];
        for (int k = 0; k < columns; k++) {
            values[k] = rows.at(row, k);
        }
        return values;
    }
}
