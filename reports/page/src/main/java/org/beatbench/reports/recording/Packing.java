package org.beatbench.reports.recording;

import java.util.Arrays;
import java.util.Base64;

/**
 * Whole numbers as bytes, small ones in one: seven bits in each, the lowest first, the eighth says whether there are more. A number
 * with a sign is twice itself, or, if it is below 0, twice its opposite less one.
 */
final class Packing {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes = new byte[1024];
    private int size;

    /** Adds a number of at least 0. */
    Packing add(long value) {
        long rest = value;
        while (rest >= MORE) {
            put((byte) (rest | MORE));
            rest >>>= BITS;
        }
        put((byte) rest);
        return this;
    }

    /**
     * Adds a sample: 0 if it is missing, or else its step from another one, with a sign, and one more.
     *
     * @return the sample that the next step is from
     */
    long addSample(int value, long before) {
        if (value == EcgTrace.MISSING) {
            add(0);
            return before;
        }
        add(signed(value - before) + 1);
        return value;
    }

    /** How many bytes a step takes. */
    static int length(long step) {
        int length = 1;
        for (long rest = signed(step) + 1; rest >= MORE; rest >>>= BITS) {
            length++;
        }
        return length;
    }

    private static long signed(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    int size() {
        return size;
    }

    /** All of them, as text. */
    String text() {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, size));
    }

    private void put(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = value;
    }
}
