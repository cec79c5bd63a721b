package org.beatbench.protocol;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded random draws. Each purpose has a stream of its own, so drawing more for one changes nothing for another. Whole
 * numbers are made from raw 64-bit words here, because the bounded methods of the JDK may change from one version to the
 * next and a published split must not. Not for use by two threads at once.
 */
public final class Draws {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Draws(SplittableRandom random) {
        this.random = random;
    }

    /**
     * The stream of a seed for one purpose.
     *
     * @param seed any number
     * @param purpose a name that is used for nothing else, such as "beats/validation"
     */
    public static Draws of(long seed, String purpose) {
        long hash = FNV_OFFSET ^ seed;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return new Draws(new SplittableRandom(hash));
    }

    /** A whole number of 0 to {@code bound - 1}, each equally likely. */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1: " + bound);
        }
        long range = 1L << 32;
        long fair = range - range % bound;
        long word = random.nextLong() >>> 32;
        while (word >= fair) {
            word = random.nextLong() >>> 32;
        }
        return (int) (word % bound);
    }

    /** A number of 0 (inclusive) to 1 (exclusive). */
    public double fraction() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** The values in random order, as a new array (Fisher and Yates). */
    public int[] shuffled(int[] values) {
        int[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = below(i + 1);
            int value = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = value;
        }
        return shuffled;
    }

    /** Draws values, each at most once; in random order. */
    public int[] withoutReplacement(int[] values, int count) {
        if (count < 0 || count > values.length) {
            throw new IllegalArgumentException("cannot draw " + count + " of " + values.length);
        }
        return Arrays.copyOf(shuffled(values), count);
    }

    /** Draws values, each any number of times; in random order. */
    public int[] withReplacement(int[] values, int count) {
        int[] drawn = new int[count];
        Arrays.setAll(drawn, i -> values[below(values.length)]);
        return drawn;
    }
}
