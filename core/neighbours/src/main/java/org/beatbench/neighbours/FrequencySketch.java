package org.beatbench.neighbours;

/**
 * The lowest frequencies of a row by the orthonormal cosine transform (DCT-II), and the norm of what is left. The transform
 * keeps Euclidean distances, and by the triangle inequality the difference of two norms is at most the norm of the
 * difference, so
 *
 * <pre>|a − b|² ≥ Σ (âᵢ − b̂ᵢ)² + (|rest of a| − |rest of b|)²</pre>
 *
 * Rows scaled to norm 1 serve the cosine distance, which is half their squared Euclidean distance.
 */
final class FrequencySketch implements Sketch {

    /**
     * Five times what rounding can do, relative to the squared sum of the norms: a sketch in single precision is off by up to
     * 2⁻²⁴ of each number, which makes 2 · 2⁻²⁴ = 1.2e-7; the norm of the rest is the root of a difference in double
     * precision, which makes about 0.7e-7 for beats of 187 samples. What grows with the distance itself is in {@link #limit}.
     */
    private static final double SLACK = 1e-6;

    private final double[][] waves;
    private final boolean scaled;

    /** Sketches of rows of a length, scaled to norm 1 or not. */
    FrequencySketch(int length, boolean scaled) {
        this.waves = new double[length][Math.min(WIDTH - 1, length)];
        this.scaled = scaled;
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < waves[i].length; k++) {
                waves[i][k] = Math.sqrt((k == 0 ? 1.0 : 2.0) / length) * Math.cos(Math.PI * k * (i + 0.5) / length);
            }
        }
    }

    @Override
    public float[] draw(float[] row, double size) {
        double factor = !scaled ? 1 : size == 0 ? 0 : 1 / size;
        double[] sums = new double[waves[0].length];
        for (int i = 0; i < row.length; i++) {
            addProducts(row[i], waves[i], sums);
        }
        float[] sketch = new float[WIDTH];
        double explained = 0;
        for (int k = 0; k < sums.length; k++) {
            sketch[k] = (float) (sums[k] * factor);
            explained += sums[k] * sums[k];
        }
        sketch[WIDTH - 1] = (float) (Math.sqrt(Math.max(0, size * size - explained)) * factor);
        return sketch;
    }

    /** Plain arrays and no offsets, as in {@link #square}: the form that the compiler turns into vector instructions. */
    private static void addProducts(double value, double[] wave, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += wave[k] * value;
        }
    }

    @Override
    public void compare(float[][] columns, int first, float[] sketch, float[] sums) {
        square(
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

    private static void square(
            float[] c0, float[] c1, float[] c2, float[] c3, float s0, float s1, float s2, float s3, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            float d0 = c0[i] - s0;
            float d1 = c1[i] - s1;
            float d2 = c2[i] - s2;
            float d3 = c3[i] - s3;
            sums[i] += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        }
    }

    /** A distance that is itself in single precision is off by 2⁻²⁴ for each sample; where squares underflow, by more. */
    @Override
    public float limit(double distance, double sizes) {
        double squared = scaled ? 2 * distance : distance * distance;
        double norms = scaled ? 2 : sizes;
        double rounding = 1e-5 + waves.length * 0x1p-22;
        double underflow = (waves.length + WIDTH) * (double) Float.MIN_VALUE;
        return Math.nextUp((float) (squared * (1 + rounding) + SLACK * norms * norms + underflow));
    }
}
