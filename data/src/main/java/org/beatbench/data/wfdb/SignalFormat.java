package org.beatbench.data.wfdb;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How samples are stored in a signal file (WFDB Applications Guide, signal(5)). Each format has one value that means
 * "missing": its least.
 */
enum SignalFormat {
    /** 8-bit amplitudes, offset by 128. */
    F80("80", 8) {
        @Override
        int sample(byte[] bytes, int start, int index) {
            return (bytes[start + index] & 0xff) - 128;
        }
    },
    /** Two 12-bit amplitudes in three bytes. */
    F212("212", 12) {
        @Override
        int sample(byte[] bytes, int start, int index) {
            int triple = start + index / 2 * 3;
            int low = index % 2 == 0 ? bytes[triple] & 0xff : bytes[triple + 2] & 0xff;
            int high = index % 2 == 0 ? bytes[triple + 1] << 28 : (bytes[triple + 1] & 0xf0) << 24;
            return high >> 20 | low;
        }
    },
    /** 16-bit amplitudes, low byte first. */
    F16("16", 16) {
        @Override
        int sample(byte[] bytes, int start, int index) {
            int at = start + 2 * index;
            return bytes[at + 1] << 8 | (bytes[at] & 0xff);
        }
    },
    /** 24-bit amplitudes, low byte first. */
    F24("24", 24) {
        @Override
        int sample(byte[] bytes, int start, int index) {
            int at = start + 3 * index;
            return bytes[at + 2] << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
        }
    },
    /** 32-bit amplitudes, low byte first. */
    F32("32", 32) {
        @Override
        int sample(byte[] bytes, int start, int index) {
            int at = start + 4 * index;
            return bytes[at + 3] << 24
                    | (bytes[at + 2] & 0xff) << 16
                    | (bytes[at + 1] & 0xff) << 8
                    | (bytes[at] & 0xff);
        }
    };

    private final String code;
    private final int bits;

    SignalFormat(String code, int bits) {
        this.code = code;
        this.bits = bits;
    }

    static Optional<SignalFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(SignalFormat::code).collect(Collectors.joining(", "));
    }

    String code() {
        return code;
    }

    /** Bytes that a number of samples take. */
    long bytes(long samples) {
        return (samples * bits + 7) / 8;
    }

    /** Samples that a number of bytes hold. */
    long samples(long bytes) {
        return bytes * 8 / bits;
    }

    /** The value that means that there is none. */
    int missing() {
        return -1 << (bits - 1);
    }

    /** One sample of a file, counted over all signals, whose samples begin at byte {@code start}. */
    abstract int sample(byte[] bytes, int start, int index);
}
