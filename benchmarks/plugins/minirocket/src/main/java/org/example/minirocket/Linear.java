package org.example.minirocket;

/** Answers of linear models. */
final class Linear {

    private Linear() {}

    /**
     * The probability of each class.
     *
     * @param row columns, then 1
     * @param coefficients by class
     * @param probabilities where to write them
     */
    static void probabilities(float[] row, float[][] coefficients, double[] probabilities) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = dot(row, coefficients[k]);
            greatest = Math.max(greatest, probabilities[k]);
        }
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = Math.exp(probabilities[k] - greatest);
            sum += probabilities[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] /= sum;
        }
    }

    /** In eight sums, which do not wait for each other. */
    private static float dot(float[] x, float[] y) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int i = 0;
        for (; i + 7 < y.length; i += 8) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
            e += x[i + 4] * y[i + 4];
            f += x[i + 5] * y[i + 5];
            g += x[i + 6] * y[i + 6];
            h += x[i + 7] * y[i + 7];
        }
        for (; i < y.length; i++) {
            a += x[i] * y[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
