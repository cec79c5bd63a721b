package org.beatbench.api.settings;

/**
 * Which numbers are legal.
 *
 * @param min the smallest, negative infinity if there is none
 * @param max the largest, infinity if there is none
 */
record Range(double min, double max) {

    boolean contains(double number) {
        return number >= min && number <= max && Double.isFinite(number);
    }

    /** Empty if all are. */
    String inWords() {
        boolean fromBelow = min > Double.NEGATIVE_INFINITY;
        boolean fromAbove = max < Double.POSITIVE_INFINITY;
        if (fromBelow && fromAbove) {
            return plain(min) + " to " + plain(max);
        }
        return fromBelow ? "at least " + plain(min) : fromAbove ? "at most " + plain(max) : "";
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
