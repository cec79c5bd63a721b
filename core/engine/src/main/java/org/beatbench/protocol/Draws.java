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
        long fair = fair(bound);
        long word = random.nextLong() >>> 32;
        while (word >= fair) {
            word = random.nextLong() >>> 32;
        }
        return (int) (word % bound);
    }

    /**
     * Fills an array with what {@link #below} would give, number by number, in a fraction of the time: where millions
     * are drawn, dividing is most of the work. Remainders of 32-bit numbers by multiplication are exact: D. Lemire, O. Kaser and
     * N. Kurz, "Faster remainder by direct computation", Softw. Pract. Exper. 49 (2019).
     */
    public void fill(int[] drawn, int bound) {
        long fair = fair(bound);
        long inverse = Long.divideUnsigned(-1, bound) + 1;
        for (int i = 0; i < drawn.length; i++) {
            long word = random.nextLong() >>> 32;
            while (word >= fair) {
                word = random.nextLong() >>> 32;
            }
            long fraction = inverse * word;
            // The upper half of the product of two unsigned numbers, from that of signed ones.
            drawn[i] = (int) (Math.multiplyHigh(fraction, bound) + (fraction >> 63 & bound));
        }
    }

    /** Words from this number on would make small remainders more likely than large ones. */
    private static long fair(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1: " + bound);
        }
        long range = 1L << 32;
        return range - range % bound;
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
