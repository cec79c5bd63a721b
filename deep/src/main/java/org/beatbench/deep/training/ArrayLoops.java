package org.beatbench.deep.training;

/** Loops over whole arrays. */
final class ArrayLoops {

    private ArrayLoops() {}

    static void add(float[] to, float[] a) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i];
        }
    }

    static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    static void scale(float[] to, float factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] *= factor;
        }
    }
}
