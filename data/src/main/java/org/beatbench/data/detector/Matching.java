package org.beatbench.data.detector;

/**
 * Which found beats are which annotated ones: those not farther apart than a window, each used once, the nearer first where two
 * compete, as {@code bxb} of WFDB pairs them (EC57:2012, 4.3).
 */
final class Matching {

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
        int pairs = 0;
        int next = 0;
        for (int i = 0; i < found.length; i++) {
            found[i] = -1;
            while (next < test.length && reference[i] - test[next] > window) {
                next++;
            }
            while (next + 1 < test.length && isBetter(reference, i, test, next + 1, next)) {
                next++;
            }
            if (next < test.length
                    && Math.abs(test[next] - reference[i]) <= window
                    && !belongsToNext(reference, i, test, next)) {
                found[i] = next++;
                pairs++;
            }
        }
        return new Matching(found, pairs);
    }

    /** Whether a later test beat is nearer to a reference beat than an earlier one, and not nearer still to the next. */
    private static boolean isBetter(long[] reference, int i, long[] test, int later, int earlier) {
        long distance = Math.abs(test[later] - reference[i]);
        return distance < Math.abs(test[earlier] - reference[i])
                && (i + 1 == reference.length || distance <= Math.abs(test[later] - reference[i + 1]));
    }

    /** Whether a test beat is nearer to the next reference beat, which has no other that is nearer. */
    private static boolean belongsToNext(long[] reference, int i, long[] test, int which) {
        if (i + 1 == reference.length) {
            return false;
        }
        long distance = Math.abs(test[which] - reference[i + 1]);
        return distance < Math.abs(test[which] - reference[i])
                && (which + 1 == test.length || Math.abs(test[which + 1] - reference[i + 1]) >= distance);
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
