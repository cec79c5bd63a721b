package org.beatbench.data.detector;

import java.util.Arrays;

/**
 * Which found beats are which annotated ones: those not farther apart than a window, each used once, as {@code bxb} of WFDB pairs
 * them (EC57:2012, 4.3). Both are gone through together. Of the two beats that come next, one of each side, the earlier pairs with the
 * later unless the beat after the earlier is as near to it; and even then, if that beat has a partner that is nearer still.
 */
final class Matching {

    /** To a beat that is not there; two of these are still a number. */
    private static final long FAR = Long.MAX_VALUE / 2;

    private final int[] found;
    private final int pairs;

    private Matching(int[] found, int pairs) {
        this.found = found;
        this.pairs = pairs;
    }

    /**
     * Pairs them.
     *
     * @param reference samples, ascending
     * @param test samples, ascending
     * @param window greatest distance of a pair, in samples
     */
    static Matching of(long[] reference, long[] test, double window) {
        int[] found = new int[reference.length];
        Arrays.fill(found, -1);
        int pairs = 0;
        int beat = 0;
        int mark = 0;
        while (beat < reference.length && mark < test.length) {
            boolean markIsFirst = test[mark] < reference[beat];
            long distance = distance(reference, beat, test, mark);
            long rival =
                    markIsFirst ? distance(reference, beat, test, mark + 1) : distance(reference, beat + 1, test, mark);
            boolean isNearest = distance < rival || distance(reference, beat + 1, test, mark + 1) < rival;
            if (distance <= window && isNearest) {
                found[beat++] = mark++;
                pairs++;
            } else if (markIsFirst) {
                mark++;
            } else {
                beat++;
            }
        }
        return new Matching(found, pairs);
    }

    private static long distance(long[] reference, int beat, long[] test, int mark) {
        return beat < reference.length && mark < test.length ? Math.abs(reference[beat] - test[mark]) : FAR;
    }

    /** How many are paired. */
    int pairs() {
        return pairs;
    }

    /** The place of the test beat that a reference beat is paired with; -1 if there is none. */
    int test(int reference) {
        return found[reference];
    }
}
