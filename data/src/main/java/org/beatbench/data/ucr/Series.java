package org.beatbench.data.ucr;

/** One labelled series as it stands in a file. */
final class Series {

    private final String label;
    private final float[] values;
    private final long line;

    Series(String label, float[] values, long line) {
        this.label = label;
        this.values = values;
        this.line = line;
    }

    String label() {
        return label;
    }

    float[] values() {
        return values;
    }

    int size() {
        return values.length;
    }

    /** Where it stands, 1-based. */
    long line() {
        return line;
    }
}
