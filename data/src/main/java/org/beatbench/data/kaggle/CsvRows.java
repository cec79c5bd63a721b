package org.beatbench.data.kaggle;

import java.nio.FloatBuffer;

/** Rows parsed from a part of a file, and what was wrong there. */
final class CsvRows {

    private final float[] samples;
    private final byte[] labels;
    private final short[] lengths;
    private final CsvProblems problems;

    /**
     * Keeps the arrays without a copy.
     *
     * @param samples row by row
     * @param labels one a row
     * @param lengths samples of each row before the zeros at its end
     * @param problems what was wrong; if there is anything, the rest is of no use
     */
    CsvRows(float[] samples, byte[] labels, short[] lengths, CsvProblems problems) {
        this.samples = samples;
        this.labels = labels;
        this.lengths = lengths;
        this.problems = problems;
    }

    int size() {
        return labels.length;
    }

    int label(int row) {
        return labels[row];
    }

    int length(int row) {
        return lengths[row];
    }

    CsvProblems problems() {
        return problems;
    }

    void copySamples(FloatBuffer target) {
        target.put(samples);
    }
}
