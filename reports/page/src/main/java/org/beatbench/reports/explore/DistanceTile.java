package org.beatbench.reports.explore;

import java.util.Arrays;
import org.beatbench.api.Rows;

/**
 * Squared Euclidean distances of a few hundred rows to any other, one other at a time. Not for use by two threads at once.
 */
final class DistanceTile {

    private final Rows rows;
    private final float[][] columns;
    private final float[] other;
    private final float[] squares;

    DistanceTile(Rows rows, int[] few) {
        this.rows = rows;
        this.columns = new float[rows.width()][few.length];
        this.other = new float[rows.width()];
        this.squares = new float[few.length];
        for (int i = 0; i < few.length; i++) {
            for (int sample = 0; sample < columns.length; sample++) {
                columns[sample][i] = rows.at(few[i], sample);
            }
        }
    }

    /** The squares of the distances to a row, in the order of the few; overwritten by the next call. */
    float[] squaresTo(int row) {
        rows.copyRow(row, other, 0);
        Arrays.fill(squares, 0);
        for (int sample = 0; sample < other.length; sample++) {
            addSquares(other[sample], columns[sample], squares);
        }
        return squares;
    }

    /**
     * The innermost loop runs over rows, not samples, so that it can be vectorised without reordering a sum. It is kept this
     * plain because compilers vectorise it reliably; taking several samples at a time was measured to be slower.
     */
    private static void addSquares(float value, float[] others, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            float difference = value - others[i];
            sums[i] += difference * difference;
        }
    }
}
