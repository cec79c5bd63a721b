package org.beatbench.data.annotations;

/**
 * One line of a table of marks.
 *
 * @param sample that is marked, counted from 0; negative where the time is told instead
 * @param seconds since the beginning, where the sample is not told
 * @param text symbol or words for what is there; empty if there are none
 */
record Mark(long sample, double seconds, String text) {

    static Mark atSample(long sample, String text) {
        return new Mark(sample, Double.NaN, text);
    }

    static Mark atTime(double seconds, String text) {
        return new Mark(-1, seconds, text);
    }

    boolean isTimed() {
        return sample < 0;
    }
}
