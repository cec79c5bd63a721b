package org.beatbench.data.kaggle;

import java.nio.FloatBuffer;

/** Rows parsed from a part of a file, and what was wrong there. */
final class CsvRows {

    private final float[] samples;
    private final short[] labels;
    private final int[] lengths;
    private final CsvProblems problems;

    /**
     * Keeps the arrays without a copy.
     *
     * @param samples row by row
     * @param labels one a row, 0 where rows have none
     * @param lengths samples of each row before the zeros at its end
     * @param problems what was wrong; if there is anything, the rest is of no use
     */
    CsvRows(float[] samples, short[] labels, int[] lengths, CsvProblems problems) {
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

    /** The same rows with other words on what is wrong with them. */
    CsvRows with(CsvProblems others) {
        return new CsvRows(samples, labels, lengths, others);
    }

    /** All samples, row by row; not a copy. */
    float[] samples() {
        return samples;
    }

    void copySamples(FloatBuffer target) {
        target.put(samples);
    }
}
