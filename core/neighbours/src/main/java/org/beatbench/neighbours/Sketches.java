package org.beatbench.neighbours;

import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/** Sketches of many rows, in blocks of columns, so that one goes through them with vector instructions. */
final class Sketches {

    /** Rows in a block: four of its columns fit into a core's first-level cache. */
    static final int BLOCK = 1024;

    private final Stretches stretches;
    private final float[][][] blocks;
    private final int size;
    private double longest;

    /** Sketches the selected rows, in the order of the selection. */
    Sketches(Rows rows, Selection selected) {
        this.stretches = new Stretches(rows.width());
        this.size = selected.size();
        this.blocks = new float[(size + BLOCK - 1) / BLOCK][stretches.count()][BLOCK];
        for (int place = 0; place < size; place++) {
            float[] row = rows.row(selected.at(place));
            longest = Distances.longer(longest, row);
            float[] sketch = stretches.sketch(row);
            for (int number = 0; number < sketch.length; number++) {
                blocks[place / BLOCK][number][place % BLOCK] = sketch[number];
            }
        }
    }

    int blocks() {
        return blocks.length;
    }

    /** Rows in a block, fewer in the last one. */
    int size(int block) {
        return Math.min(BLOCK, size - block * BLOCK);
    }

    float[] sketch(float[] row) {
        return stretches.sketch(row);
    }

    /** Squares of the distances of one sketch from all of a block. */
    float[] squares(int block, float[] sketch) {
        float[] squares = new float[BLOCK];
        for (int number = 0; number < sketch.length; number++) {
            addSquares(sketch[number], blocks[block][number], squares);
        }
        return squares;
    }

    /** Plain arrays and no offsets: the form that the compiler turns into vector instructions. */
    private static void addSquares(float value, float[] others, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            float difference = value - others[i];
            sums[i] += difference * difference;
        }
    }

    /** The largest square that {@link #squares} can give where the distance of the rows themselves has this one. */
    float limit(double square, float[] row) {
        return Stretches.limit(square, Distances.longer(longest, row));
    }
}
