package org.beatbench.data.synthetic;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded randomness whose every number is the same on every Java version: of the generator only {@code nextLong} is used,
 * which is specified, and of mathematics only {@link StrictMath}.
 */
final class SeededRandom {

    private final SplittableRandom random;
    private double spare = Double.NaN;

    private SeededRandom(SplittableRandom random) {
        this.random = random;
    }

    /** The random numbers of one of many subjects of a seed. */
    static SeededRandom of(long seed, int subject) {
        // Both are scattered first: a generator walks by equal steps, so from starts that lie a few steps apart, two of
        // them
        // would throw the same numbers, one a little later than the other.
        return new SeededRandom(new SplittableRandom(scattered(scattered(seed) + subject)));
    }

    /** Scatters neighbouring numbers, each to one of its own (the finaliser of MurmurHash3, variant 13 of D. Stafford). */
    private static long scattered(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0, inclusive, to 1, exclusive. */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** From {@code from} to {@code to}, both inclusive. */
    int between(int from, int to) {
        return from + (int) (uniform() * (to - from + 1));
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Mean 0, standard deviation 1, by the polar method (Knuth, The Art of Computer Programming, 3.4.1 C). */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
                spare = y * factor;
                return x * factor;
            }
        }
    }

    /** Brings a list into random order. */
    void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, between(0, i));
        }
    }
}
