package org.beatbench.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Damaged copies of a file, for tests of its reader; the same copies for the same seed. */
public final class Mutants {

    /** Bytes that readers are likely to take for a size or a count. */
    private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};

    private Mutants() {}

    /**
     * Copies without end: bits turned, bytes set to extremes, stretches cut out, written twice or over another, the end missing.
     *
     * @param whole at least one byte
     */
    public static Stream<byte[]> of(byte[] whole, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> {
            byte[] mutant = whole;
            for (int changes = random.nextInt(1, 4); changes > 0 && mutant.length > 0; changes--) {
                mutant = changed(mutant, random);
            }
            return mutant;
        });
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        byte[] changed = bytes.clone();
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(1, Math.min(64, bytes.length - at) + 1);
        switch (random.nextInt(6)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(changed, at, at + Math.min(length, 8), EXTREMES[random.nextInt(EXTREMES.length)]);
            case 2 -> changed = joined(bytes, at, at + length);
            case 3 -> changed = joined(bytes, at + length, at);
            case 4 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), changed, at, length);
            default -> changed = Arrays.copyOf(bytes, at);
        }
        return changed;
    }

    /** The bytes before one place and those from another on. */
    private static byte[] joined(byte[] bytes, int before, int from) {
        byte[] joined = Arrays.copyOf(bytes, before + bytes.length - from);
        System.arraycopy(bytes, from, joined, before, bytes.length - from);
        return joined;
    }
}
