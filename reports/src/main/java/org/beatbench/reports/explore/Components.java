package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Rows;
import org.beatbench.protocol.Draws;
import org.beatbench.reports.chart.Cloud;

/**
 * The two directions in which beats differ most: principal components, found by orthogonal iteration on the centred
 * samples (G. H. Golub and C. F. Van Loan, "Matrix Computations", section 8.2.4), which needs no covariance matrix and so
 * works for beats of any length.
 *
 * @param spots where each row lies along the two
 * @param first the part of the variance along the first, 0..1
 * @param second the part of the variance along the second, 0..1
 */
record Components(List<Cloud.Spot> spots, double first, double second) {

    private static final int ITERATIONS = 60;

    /** More directions than are asked for, so that these two settle soon. */
    private static final int DIRECTIONS = 6;

    /** The components of some rows; values that are not numbers count as the mean. */
    static Components of(Rows rows) {
        double[][] centred = centred(rows);
        double[][] directions = directions(centred, rows.width());
        double[][] scores = new double[2][];
        for (int i = 0; i < 2; i++) {
            double[] direction = directions[Math.min(i, directions.length - 1)];
            scores[i] = Arrays.stream(centred)
                    .mapToDouble(row -> dot(row, direction))
                    .toArray();
        }
        double variance =
                Arrays.stream(centred).mapToDouble(row -> dot(row, row)).sum();
        return new Components(
                IntStream.range(0, centred.length)
                        .mapToObj(row -> new Cloud.Spot(scores[0][row], scores[1][row]))
                        .toList(),
                variance == 0 ? 0 : dot(scores[0], scores[0]) / variance,
                variance == 0 || directions.length < 2 ? 0 : dot(scores[1], scores[1]) / variance);
    }

    private static double[][] directions(double[][] centred, int width) {
        Draws draws = Draws.of(1, "exploration/components");
        double[][] directions = new double[Math.min(DIRECTIONS, width)][width];
        for (double[] direction : directions) {
            Arrays.setAll(direction, i -> draws.fraction() - 0.5);
        }
        orthonormalise(directions);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] next = new double[directions.length][width];
            for (double[] row : centred) {
                for (int i = 0; i < directions.length; i++) {
                    double weight = dot(row, directions[i]);
                    for (int sample = 0; sample < width; sample++) {
                        next[i][sample] += weight * row[sample];
                    }
                }
            }
            orthonormalise(next);
            directions = next;
        }
        return directions;
    }

    /** Gram and Schmidt; a direction that depends on the earlier ones becomes zero. */
    private static void orthonormalise(double[][] directions) {
        for (int i = 0; i < directions.length; i++) {
            for (int j = 0; j < i; j++) {
                subtract(directions[i], directions[j], dot(directions[i], directions[j]));
            }
            double length = Math.sqrt(dot(directions[i], directions[i]));
            for (int sample = 0; sample < directions[i].length; sample++) {
                directions[i][sample] = length < 1e-12 ? 0 : directions[i][sample] / length;
            }
        }
    }

    private static void subtract(double[] from, double[] direction, double weight) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= weight * direction[i];
        }
    }

    private static double[][] centred(Rows rows) {
        double[][] values = new double[rows.size()][rows.width()];
        for (int sample = 0; sample < rows.width(); sample++) {
            int column = sample;
            double mean = IntStream.range(0, rows.size())
                    .mapToDouble(row -> rows.at(row, column))
                    .filter(Double::isFinite)
                    .average()
                    .orElse(0);
            for (int row = 0; row < rows.size(); row++) {
                double value = rows.at(row, sample) - mean;
                values[row][sample] = Double.isFinite(value) ? value : 0;
            }
        }
        return values;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
