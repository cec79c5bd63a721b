package org.beatbench.deep.kernel;

import java.util.Arrays;

/**
 * Loops over the first {@code n} elements of arrays. They are kept so plain (one common index, few arrays, no offsets) because
 * C2 vectorises these and nothing more elaborate.
 */
final class Vectors {

    /** Turns the smallest normal difference into one at least as large as 1. */
    private static final float HUGE = 3e38f;

    private Vectors() {}

    static void add(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += a[i];
        }
    }

    static void sum(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] + b[i];
        }
    }

    static void sumRelu(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(0f, a[i] + b[i]);
        }
    }

    static void max(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(to[i], a[i]);
        }
    }

    static void multiply(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] * b[i];
        }
    }

    /** Cuts what is farther from zero than {@code most}. */
    static void limit(float[] to, float most, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(-most, Math.min(most, to[i]));
        }
    }

    static void scale(float[] to, float factor, int n) {
        for (int i = 0; i < n; i++) {
            to[i] *= factor;
        }
    }

    /** to = a − b. */
    static void difference(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] - b[i];
        }
    }

    /** to = (a − b)². */
    static void squaredDifference(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            float d = a[i] - b[i];
            to[i] = d * d;
        }
    }

    /** to = (a − centre)·scale + shift. */
    static void affine(float[] to, float[] a, float[] centre, float[] scale, float[] shift, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (a[i] - centre[i]) * scale[i] + shift[i];
        }
    }

    static void affineRelu(float[] to, float[] a, float[] centre, float[] scale, float[] shift, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(0f, (a[i] - centre[i]) * scale[i] + shift[i]);
        }
    }

    /** to = (a − centre)·scale. */
    static void standardise(float[] to, float[] a, float[] centre, float[] scale, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (a[i] - centre[i]) * scale[i];
        }
    }

    /** to = to·scale + shift. */
    static void scaleAndShift(float[] to, float[] scale, float[] shift, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = to[i] * scale[i] + shift[i];
        }
    }

    /** The gradient of a ReLU whose output is {@code output}: zero where that is zero. */
    static void maskByRelu(float[] gradient, float[] output, int n) {
        for (int i = 0; i < n; i++) {
            gradient[i] *= Math.min(1f, output[i] * HUGE);
        }
    }

    /**
     * Divides what is left of a gradient: the part of {@code candidate} is what is left where it equals the maximum; the rest
     * stays. Asked candidate by candidate, the first that equals the maximum has it all.
     */
    static void takeShare(float[] share, float[] left, float[] maximum, float[] candidate, int n) {
        for (int i = 0; i < n; i++) {
            float all = left[i];
            float rest = all * Math.min(1f, (maximum[i] - candidate[i]) * HUGE);
            share[i] = all - rest;
            left[i] = rest;
        }
    }

    /** Repeats the first {@code period} elements of {@code pattern} up to {@code n}. */
    static void repeat(float[] pattern, int period, float[] to, int n) {
        System.arraycopy(pattern, 0, to, 0, Math.min(period, n));
        for (int done = period; done < n; done *= 2) {
            System.arraycopy(to, 0, to, done, Math.min(done, n - done));
        }
    }

    /**
     * Sums {@code rows} rows of {@code width} values into the first row of {@code rows}, halving their number again and again.
     *
     * @param values is overwritten
     * @param scratch of half the size of the values
     */
    static void foldSum(float[] values, int rows, int width, float[] scratch) {
        int left = rows;
        while (left > 1) {
            int half = left / 2;
            int rest = left - half;
            System.arraycopy(values, rest * width, scratch, 0, half * width);
            add(values, scratch, half * width);
            left = rest;
        }
    }

    /** As {@link #foldSum}, with the maximum in place of the sum. */
    static void foldMax(float[] values, int rows, int width, float[] scratch) {
        int left = rows;
        while (left > 1) {
            int half = left / 2;
            int rest = left - half;
            System.arraycopy(values, rest * width, scratch, 0, half * width);
            max(values, scratch, half * width);
            left = rest;
        }
    }

    /**
     * Replaces values by tanh(factor · value).
     *
     * <p>A rational approximation with a relative error near the precision of {@code float}, clamped where tanh is 1 in it; the
     * polynomials of degree 13 and 6 are those that the Eigen library uses (Eigen/src/Core/MathFunctionsImpl.h).
     */
    static void tanh(float[] values, int n, float factor) {
        for (int i = 0; i < n; i++) {
            float x = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, values[i] * factor));
            float y = x * x;
            float p = -2.76076847742355e-16f * y + 2.00018790482477e-13f;
            p = p * y - 8.60467152213735e-11f;
            p = p * y + 5.12229709037114e-08f;
            p = p * y + 1.48572235717979e-05f;
            p = p * y + 6.37261928875436e-04f;
            p = p * y + 4.89352455891786e-03f;
            float q = 1.19825839466702e-06f * y + 1.18534705686654e-04f;
            q = q * y + 2.26843463243900e-03f;
            q = q * y + 4.89352518554385e-03f;
            values[i] = x * p / q;
        }
    }

    /** Replaces values by 1 / (1 + e^−value). */
    static void sigmoid(float[] values, int n) {
        tanh(values, n, 0.5f);
        for (int i = 0; i < n; i++) {
            values[i] = 0.5f * values[i] + 0.5f;
        }
    }

    static void clear(float[] values, int n) {
        Arrays.fill(values, 0, n, 0f);
    }
}
