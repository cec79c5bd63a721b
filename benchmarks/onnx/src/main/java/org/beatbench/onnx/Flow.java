package org.beatbench.onnx;

/**
 * What is between two layers of a network in a graph.
 *
 * @param value its name
 * @param layout the order of its dimensions
 * @param channels of a step, or numbers of a row
 * @param steps of the longest beat; 1 for a row
 * @param length name of the steps of each beat, one column of numbers
 * @param clean whether all is zero behind the length
 * @param positive whether nothing is below zero
 */
record Flow(String value, Layout layout, int channels, int steps, String length, boolean clean, boolean positive) {

    /** Orders of dimensions. */
    enum Layout {
        /** Beat, channel, step. */
        BEAT_FIRST,
        /** Step, beat, channel. */
        TIME_FIRST,
        /** Beat, number. */
        ROW
    }

    /** A row of numbers for each beat. */
    static Flow row(String value, int numbers, String length) {
        return new Flow(value, Layout.ROW, numbers, 1, length, true, false);
    }

    /** Another value of the same dimensions. */
    Flow to(String other, boolean isClean, boolean isPositive) {
        return new Flow(other, layout, channels, steps, length, isClean, isPositive);
    }

    Flow ofChannels(int count) {
        return new Flow(value, layout, count, steps, length, clean, positive);
    }
}
