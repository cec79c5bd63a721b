package org.beatbench.classical;

import java.util.Arrays;
import org.beatbench.api.Cancellation;

/**
 * Training beats column by column, each column in ascending order of its values. A node of a growing tree is a range
 * {@code from..to} of places in that order, the same range in every column; splitting a node reorders its range, and
 * nothing is ever sorted again. Values stand in the order of their column, so a search reads memory from front to back.
 */
final class SortedBeats {

    private final float[][] values;
    private final int[][] rows;
    private final int[] labels;
    private final byte[] goesLeft;
    private final float[] rightValues;
    private final int[] rightRows;
    private final Cancellation cancellation;

    /**
     * Sorts every column.
     *
     * @param table the values, row-major
     * @param labels one for each row
     */
    SortedBeats(float[] table, int[] labels, Cancellation cancellation) {
        int size = labels.length;
        int width = table.length / size;
        this.values = new float[width][size];
        this.rows = new int[width][size];
        this.labels = labels;
        this.goesLeft = new byte[size];
        this.rightValues = new float[size];
        this.rightRows = new int[size];
        this.cancellation = cancellation;
        long[] keys = new long[size];
        for (int column = 0; column < width; column++) {
            cancellation.check();
            for (int row = 0; row < size; row++) {
                keys[row] = (long) ascending(table[row * width + column]) << 32 | row;
            }
            Arrays.sort(keys);
            for (int place = 0; place < size; place++) {
                int row = (int) keys[place];
                rows[column][place] = row;
                values[column][place] = table[row * width + column];
            }
        }
    }

    /** The bits of a number as an integer of the same order. */
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    int size() {
        return labels.length;
    }

    /** The value at a place in the order of a column. */
    float value(int column, int place) {
        return values[column][place];
    }

    /** The label of the beat at a place in the order of a column. */
    int label(int column, int place) {
        return labels[rows[column][place]];
    }

    /**
     * Splits a node: in every column, the beats that come before {@code middle} in the order of {@code column} move to the
     * front of the range. Beats that stay on one side keep their order.
     */
    void split(int column, int from, int middle, int to) {
        for (int place = from; place < to; place++) {
            goesLeft[rows[column][place]] = (byte) (place < middle ? 1 : 0);
        }
        for (int each = 0; each < rows.length; each++) {
            cancellation.check();
            split(values[each], rows[each], from, to);
        }
    }

    /** Writes every beat to both sides and moves on where it belongs: a branch here would be a coin toss to the processor. */
    private void split(float[] columnValues, int[] columnRows, int from, int to) {
        int left = from;
        int right = 0;
        for (int place = from; place < to; place++) {
            int row = columnRows[place];
            float value = columnValues[place];
            columnRows[left] = row;
            columnValues[left] = value;
            rightRows[right] = row;
            rightValues[right] = value;
            left += goesLeft[row];
            right += 1 - goesLeft[row];
        }
        System.arraycopy(rightRows, 0, columnRows, left, right);
        System.arraycopy(rightValues, 0, columnValues, left, right);
    }
}
