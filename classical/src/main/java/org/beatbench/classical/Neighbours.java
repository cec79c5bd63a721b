package org.beatbench.classical;

import java.util.Arrays;
import org.beatbench.api.Cancellation;

/**
 * Training beats in which to look for the nearest: those that Tribuo's brute force finds. Nearly all of them are ruled out
 * by their sketches, which stand in blocks of columns, so that one goes through them with vector instructions.
 */
final class Neighbours {

    /** Beats whose sketches are compared in one go: four columns of them fit the first-level cache. */
    static final int BLOCK = 1024;

    private final float[] rows;
    private final int[] labels;
    private final int length;
    private final KnnDistance distance;
    private final double[] sizes;
    private final double largest;
    private final Sketch sketch;
    private final float[][][] blocks;

    /**
     * Sketches the training beats.
     *
     * @param rows finite samples, row-major
     * @param labels one for each row
     */
    Neighbours(float[] rows, int[] labels, KnnDistance distance, Cancellation cancellation) {
        this.rows = rows;
        this.labels = labels;
        this.length = rows.length / labels.length;
        this.distance = distance;
        this.sizes = new double[labels.length];
        this.sketch = distance.sketch(length);
        this.blocks = new float[(labels.length + BLOCK - 1) / BLOCK][Sketch.WIDTH][BLOCK];
        float[] drawn = new float[Sketch.WIDTH];
        for (int row = 0; row < labels.length; row++) {
            if (row % BLOCK == 0) {
                cancellation.check();
            }
            sizes[row] = distance.size(rows, row * length, length);
            sketch.draw(rows, row * length, sizes[row], drawn);
            for (int number = 0; number < Sketch.WIDTH; number++) {
                blocks[row / BLOCK][number][row % BLOCK] = drawn[number];
            }
        }
        this.largest = Arrays.stream(sizes).max().orElse(0);
    }

    /**
     * Finds the nearest of beats that stand one after the other. Each block of sketches is compared with all of them before
     * the next one is fetched, so a few at once are faster than one by one.
     *
     * @param queries finite samples, row-major
     * @param from the first row of the queries, and {@code to} the row after the last
     * @param k how many to find, at most {@link #size}
     */
    Nearest[] nearest(float[] queries, int from, int to, int k) {
        Query[] asked = new Query[to - from];
        Arrays.setAll(asked, i -> new Query(this, queries, (from + i) * length, k));
        for (int block = 0; block < blocks.length; block++) {
            for (Query query : asked) {
                query.compare(block);
            }
        }
        return Arrays.stream(asked).map(Query::nearest).toArray(Nearest[]::new);
    }

    int size() {
        return labels.length;
    }

    /** Samples per beat. */
    int length() {
        return length;
    }

    KnnDistance distance() {
        return distance;
    }

    int label(int row) {
        return labels[row];
    }

    float value(int row, int column) {
        return rows[row * length + column];
    }

    int blocks() {
        return blocks.length;
    }

    /** Beats in a block, fewer in the last one. */
    int size(int block) {
        return Math.min(BLOCK, labels.length - block * BLOCK);
    }

    /** The {@link KnnDistance#size} of a beat, and its sketch. */
    double draw(float[] beats, int at, float[] drawn) {
        double size = distance.size(beats, at, length);
        sketch.draw(beats, at, size, drawn);
        return size;
    }

    /** How far a sketch is from those of a block, in the unit of {@link #limit}. */
    float[] apart(int block, float[] drawn) {
        float[] sums = new float[BLOCK];
        for (int number = 0; number < Sketch.WIDTH; number += Sketch.STRIDE) {
            sketch.compare(blocks[block], number, drawn, sums);
        }
        return sums;
    }

    /** How far apart the sketches of a beat of this size and of any training beat can be, if the beats are this far apart. */
    float limit(double furthest, double size) {
        return sketch.limit(furthest, size + largest);
    }

    /** The distance of a beat of this size from a training beat. */
    double distance(float[] beats, int at, double size, int row) {
        return distance.between(beats, at, size, rows, row * length, sizes[row], length);
    }
}
