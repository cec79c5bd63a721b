package org.example.minirocket;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Mean and spread of each column over training rows. */
final class Scaling {

    private static final double LEAST_VARIANCE = 1e-10;

    private final float[] means;
    /** 1 over the standard deviation; 0 for a column that is always the same, which tells nothing. */
    private final float[] scales;

    private Scaling(float[] means, float[] scales) {
        this.means = means;
        this.scales = scales;
    }

    /**
     * Of rows, whose last column is left as it is.
     */
    static Scaling of(float[][] rows) {
        int width = rows[0].length - 1;
        double[] sums = new double[width];
        double[] squares = new double[width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                sums[i] += row[i];
                squares[i] += (double) row[i] * row[i];
            }
        }
        float[] means = new float[width];
        float[] scales = new float[width];
        for (int i = 0; i < width; i++) {
            double mean = sums[i] / rows.length;
            double variance = squares[i] / rows.length - mean * mean;
            means[i] = (float) mean;
            scales[i] = variance > LEAST_VARIANCE ? (float) (1 / Math.sqrt(variance)) : 0;
        }
        return new Scaling(means, scales);
    }

    void apply(float[] row) {
        for (int i = 0; i < means.length; i++) {
            row[i] = (row[i] - means[i]) * scales[i];
        }
    }

    void save(DataOutputStream out) throws IOException {
        for (int i = 0; i < means.length; i++) {
            out.writeFloat(means[i]);
            out.writeFloat(scales[i]);
        }
    }

    static Scaling load(DataInputStream in, int width) throws IOException {
        float[] means = new float[width];
        float[] scales = new float[width];
        for (int i = 0; i < width; i++) {
            means[i] = in.readFloat();
            scales[i] = in.readFloat();
        }
        return new Scaling(means, scales);
    }
}
