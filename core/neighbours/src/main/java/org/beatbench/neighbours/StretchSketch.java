package org.beatbench.neighbours;

/**
 * The sums of a row over {@link #WIDTH} stretches of about the same length. The difference of two sums is at most the sum of
 * the absolute differences, so over all stretches sketches are never further apart than their rows are by the Manhattan distance.
 */
final class StretchSketch implements Sketch {

    /** Rounding errors are below a tenth of this, relative to the sum of the sizes. */
    private static final double SLACK = 1e-6;

    private final int length;

    StretchSketch(int length) {
        this.length = length;
    }

    @Override
    public float[] draw(float[] row, double size) {
        float[] sketch = new float[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            double sum = 0;
            for (int i = k * length / WIDTH; i < (k + 1) * length / WIDTH; i++) {
                sum += row[i];
            }
            sketch[k] = (float) sum;
        }
        return sketch;
    }

    @Override
    public void compare(float[][] columns, int first, float[] sketch, float[] sums) {
        difference(
                columns[first],
                columns[first + 1],
                columns[first + 2],
                columns[first + 3],
                sketch[first],
                sketch[first + 1],
                sketch[first + 2],
                sketch[first + 3],
                sums);
    }

    /** Plain arrays and no offsets: the form that the compiler turns into vector instructions. */
    private static void difference(
            float[] c0, float[] c1, float[] c2, float[] c3, float s0, float s1, float s2, float s3, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += Math.abs(c0[i] - s0) + Math.abs(c1[i] - s1) + Math.abs(c2[i] - s2) + Math.abs(c3[i] - s3);
        }
    }

    @Override
    public float limit(double distance, double sizes) {
        return Math.nextUp((float) (distance * (1 + 1e-5) + SLACK * sizes));
    }
}
