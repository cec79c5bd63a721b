package org.beatbench.neighbours;

/**
 * A row in {@link #WIDTH} numbers, chosen such that two sketches are never further apart than their rows. Comparing sketches
 * costs an eighth of comparing beats, and rules out nearly all of them.
 */
interface Sketch {

    /** Numbers in a sketch, a multiple of {@link #STRIDE}. */
    int WIDTH = 24;

    /** Numbers compared in one go. */
    int STRIDE = 4;

    /**
     * Sketches a row.
     *
     * @param size its {@link RowDistance#size}
     */
    float[] draw(float[] row, double size);

    /**
     * Adds to the distances of one sketch from many what {@link #STRIDE} of their numbers contribute.
     *
     * @param columns the numbers of the many sketches: {@code columns[number][sketch]}
     * @param first the first number to compare
     * @param sketch the one
     * @param sums the distances so far, in the unit of {@link #limit}
     */
    void compare(float[][] columns, int first, float[] sketch, float[] sums);

    /**
     * How far apart the sketches of two rows can be at most, as {@link #compare} computes it, rounding included.
     *
     * @param distance the distance of the rows
     * @param sizes the sum of their sizes
     */
    float limit(double distance, double sizes);
}
