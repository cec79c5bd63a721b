package org.beatbench.deep.training;

/** Loops over whole arrays. */
final class Vectors {

    private Vectors() {}

    static void add(float[] to, float[] a) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i];
        }
    }

    static void scale(float[] to, float factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] *= factor;
        }
    }
}
