package org.beatbench.api;

/** Class probabilities for beats, one row per beat in the order asked, one column per class in label order. */
public final class Predictions {

    private static final double SUM_TOLERANCE = 1e-3;

    private final Rows probabilities;

    /** By row; asked for again and again, by every score. */
    private final int[] labels;

    private Predictions(Rows probabilities) {
        this.probabilities = probabilities;
        this.labels = new int[probabilities.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = mostProbable(probabilities, row);
        }
    }

    /**
     * Predictions from probabilities, which are checked: an unsound model fails here, and not as a strange score later.
     *
     * @param probabilities values of 0..1, each row summing to 1 within 0.001
     * @throws IllegalArgumentException naming the first row that is not a probability distribution
     */
    public static Predictions of(Rows probabilities) {
        for (int row = 0; row < probabilities.size(); row++) {
            double sum = 0;
            for (int label = 0; label < probabilities.width(); label++) {
                float value = probabilities.at(row, label);
                if (!(value >= 0 && value <= 1)) {
                    throw new IllegalArgumentException(
                            "prediction " + row + ", class " + label + ": not a probability: " + value);
                }
                sum += value;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw new IllegalArgumentException("prediction " + row + ": probabilities sum to " + sum);
            }
        }
        return new Predictions(probabilities);
    }

    /** Number of beats answered. */
    public int size() {
        return probabilities.size();
    }

    /** Number of classes. */
    public int classes() {
        return probabilities.width();
    }

    /** The probabilities, {@code size × classes}. */
    public Rows probabilities() {
        return probabilities;
    }

    /** The probability of one class, 0..1. */
    public float probability(int row, int label) {
        return probabilities.at(row, label);
    }

    /** The most probable class; of equals, the one with the lowest label. */
    public int label(int row) {
        return labels[row];
    }

    private static int mostProbable(Rows probabilities, int row) {
        int best = 0;
        for (int label = 1; label < probabilities.width(); label++) {
            if (probabilities.at(row, label) > probabilities.at(row, best)) {
                best = label;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Predictions that && probabilities.equals(that.probabilities);
    }

    @Override
    public int hashCode() {
        return probabilities.hashCode();
    }

    @Override
    public String toString() {
        return size() + " predictions of " + classes() + " classes";
    }
}
