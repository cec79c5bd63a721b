package org.beatbench.neighbours;

/**
 * Draws a row in a few numbers: its sums over stretches of about the same length, each divided by the root of that length. By
 * the inequality of Cauchy and Schwarz, two such sketches are never further apart than their rows, and comparing them costs an
 * eighth for rows of 187 values.
 */
final class Stretches {

    private static final int MOST = 24;

    private final int[] ends;

    /** For rows of this width. */
    Stretches(int width) {
        ends = new int[Math.min(width, MOST)];
        for (int number = 0; number < ends.length; number++) {
            ends[number] = (number + 1) * width / ends.length;
        }
    }

    /** Numbers in a sketch. */
    int count() {
        return ends.length;
    }

    float[] sketch(float[] row) {
        float[] sketch = new float[ends.length];
        int start = 0;
        for (int number = 0; number < sketch.length; number++) {
            double sum = 0;
            for (int i = start; i < ends[number]; i++) {
                sum += row[i];
            }
            sketch[number] = (float) (sum / Math.sqrt(ends[number] - start));
            start = ends[number];
        }
        return sketch;
    }

    /**
     * The largest square of the distance of two sketches, computed in single precision, if that of their rows has this square.
     * A number of a sketch is off by up to 2⁻²⁴ of itself, which for 24 of them makes less than 6e-7 of the sum of this square
     * and that of the longest row; adding them up makes less than 2e-6 of this square.
     *
     * @param longest the square of the length of the longest row
     */
    static float limit(double square, double longest) {
        return Math.nextUp((float) (square * (1 + 1e-5) + 2e-6 * longest));
    }
}
