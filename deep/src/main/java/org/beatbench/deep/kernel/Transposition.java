package org.beatbench.deep.kernel;

/** Between tables of one beat, time-major, and tables of one step, feature-major ({@code [feature × beats + beat]}). */
final class Transposition {

    private Transposition() {}

    /** One beat's steps into the tables of the steps. */
    static void toFeatures(float[] from, int steps, int features, float[][] to, int beat, int beats) {
        for (int step = 0; step < steps; step++) {
            toFeatures(from, step * features, features, to[step], beat, beats);
        }
    }

    /** The features of one beat at one step into the table of the step. */
    static void toFeatures(float[] from, int offset, int features, float[] to, int beat, int beats) {
        for (int feature = 0; feature < features; feature++) {
            to[feature * beats + beat] = from[offset + feature];
        }
    }

    /** The features of one beat at one step out of the table of the step. */
    static void fromFeatures(float[] from, int beat, int beats, float[] to, int offset, int features) {
        for (int feature = 0; feature < features; feature++) {
            to[offset + feature] = from[feature * beats + beat];
        }
    }

    /** One beat's steps out of the tables of the steps. */
    static void toTime(float[][] from, int beat, int beats, float[] to, int steps, int features) {
        for (int step = 0; step < steps; step++) {
            fromFeatures(from[step], beat, beats, to, step * features, features);
        }
    }
}
