package org.beatbench.data.wfdb;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * How samples are stored in a signal file (WFDB Applications Guide, signal(5)). Each format of amplitudes has one value that means
 * "missing": its least.
 */
enum SignalFormat {
    /** No signal; in the layout of a record of segments. */
    F0("0", Kind.NONE, 16, 1, 2) {
        @Override
        int sample(byte[] bytes, int index) {
            return missing().orElseThrow();
        }
    },
    /** 8-bit differences from the sample before. */
    F8("8", Kind.DIFFERENCES, 8, 1, 1) {
        @Override
        int sample(byte[] bytes, int index) {
            return bytes[index];
        }
    },
    /** 8-bit amplitudes, offset by 128. */
    F80("80", Kind.AMPLITUDES, 8, 1, 1) {
        @Override
        int sample(byte[] bytes, int index) {
            return (bytes[index] & 0xff) - 128;
        }
    },
    /** Two 12-bit amplitudes in three bytes. */
    F212("212", Kind.AMPLITUDES, 12, 2, 3) {
        @Override
        int sample(byte[] bytes, int index) {
            int triple = index / 2 * 3;
            int low = index % 2 == 0 ? bytes[triple] & 0xff : bytes[triple + 2] & 0xff;
            int high = index % 2 == 0 ? bytes[triple + 1] << 28 : (bytes[triple + 1] & 0xf0) << 24;
            return high >> 20 | low;
        }
    },
    /** Three 10-bit amplitudes in two words of 16 bits: two above the lowest bit of each, the third in their highest five. */
    F310("310", Kind.AMPLITUDES, 10, 3, 4) {
        @Override
        int sample(byte[] bytes, int index) {
            int at = index / 3 * 4;
            return switch (index % 3) {
                case 0 -> signed(word(bytes, at) >> 1, 10);
                case 1 -> signed(word(bytes, at + 2) >> 1, 10);
                default -> signed(((word(bytes, at) >> 11) & 0x1f) | (((word(bytes, at + 2) >> 11) & 0x1f) << 5), 10);
            };
        }
    },
    /** Three 10-bit amplitudes in the lower 30 bits of 32. */
    F311("311", Kind.AMPLITUDES, 10, 3, 4) {
        @Override
        int sample(byte[] bytes, int index) {
            int at = index / 3 * 4;
            return switch (index % 3) {
                case 0 -> signed(word(bytes, at), 10);
                case 1 -> signed(word(bytes, at + 1) >> 2, 10);
                default -> signed(word(bytes, at + 2) >> 4, 10);
            };
        }
    },
    /** 16-bit amplitudes, low byte first. */
    F16("16", Kind.AMPLITUDES, 16, 1, 2) {
        @Override
        int sample(byte[] bytes, int index) {
            int at = 2 * index;
            return bytes[at + 1] << 8 | (bytes[at] & 0xff);
        }
    },
    /** 16-bit amplitudes, high byte first. */
    F61("61", Kind.AMPLITUDES, 16, 1, 2) {
        @Override
        int sample(byte[] bytes, int index) {
            int at = 2 * index;
            return bytes[at] << 8 | (bytes[at + 1] & 0xff);
        }
    },
    /** 16-bit amplitudes, offset by 32,768, low byte first. */
    F160("160", Kind.AMPLITUDES, 16, 1, 2) {
        @Override
        int sample(byte[] bytes, int index) {
            return word(bytes, 2 * index) - 32_768;
        }
    },
    /** 24-bit amplitudes, low byte first. */
    F24("24", Kind.AMPLITUDES, 24, 1, 3) {
        @Override
        int sample(byte[] bytes, int index) {
            int at = 3 * index;
            return bytes[at + 2] << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
        }
    },
    /** 32-bit amplitudes, low byte first. */
    F32("32", Kind.AMPLITUDES, 32, 1, 4) {
        @Override
        int sample(byte[] bytes, int index) {
            int at = 4 * index;
            return bytes[at + 3] << 24
                    | (bytes[at + 2] & 0xff) << 16
                    | (bytes[at + 1] & 0xff) << 8
                    | (bytes[at] & 0xff);
        }
    },
    /** 8-bit amplitudes, compressed by FLAC. */
    F508("508", Kind.FLAC, 8, 1, 1) {
        @Override
        int sample(byte[] bytes, int index) {
            throw new IllegalStateException("read by " + FlacSamples.class);
        }
    },
    /** 16-bit amplitudes, compressed by FLAC. */
    F516("516", Kind.FLAC, 16, 1, 2) {
        @Override
        int sample(byte[] bytes, int index) {
            throw new IllegalStateException("read by " + FlacSamples.class);
        }
    },
    /** 24-bit amplitudes, compressed by FLAC. */
    F524("524", Kind.FLAC, 24, 1, 3) {
        @Override
        int sample(byte[] bytes, int index) {
            throw new IllegalStateException("read by " + FlacSamples.class);
        }
    };

    /** What the numbers of a file are. */
    private enum Kind {
        NONE,
        AMPLITUDES,
        DIFFERENCES,
        FLAC
    }

    private final String code;
    private final Kind kind;
    private final int bits;
    private final int groupSamples;
    private final int groupBytes;

    SignalFormat(String code, Kind kind, int bits, int groupSamples, int groupBytes) {
        this.code = code;
        this.kind = kind;
        this.bits = bits;
        this.groupSamples = groupSamples;
        this.groupBytes = groupBytes;
    }

    static Optional<SignalFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values())
                .filter(format -> format.kind != Kind.NONE)
                .map(SignalFormat::code)
                .collect(Collectors.joining(", "));
    }

    String code() {
        return code;
    }

    int bits() {
        return bits;
    }

    boolean isFlac() {
        return kind == Kind.FLAC;
    }

    /** Whether the numbers of a file are what is added to the sample before. */
    boolean isDifferences() {
        return kind == Kind.DIFFERENCES;
    }

    /** The fewest bytes that hold a number of samples; writers may fill up the last group. */
    long bytes(long samples) {
        long whole = samples / groupSamples * groupBytes;
        int rest = (int) (samples % groupSamples);
        // The samples of a group of format 310 lie in two words, and the second of them holds part of the third sample,
        // too.
        return whole + (this == F310 ? 2L * rest : (rest * (long) bits + 7) / 8);
    }

    /** Bytes of a whole group, beyond which nothing can be filled up. */
    int groupBytes() {
        return groupBytes;
    }

    /** Samples that a number of bytes hold. */
    long samples(long bytes) {
        long samples = bytes / groupBytes * groupSamples + groupSamples - 1;
        while (bytes(samples) > bytes) {
            samples--;
        }
        return samples;
    }

    /** The value that means that there is none; differences have no such value. */
    OptionalInt missing() {
        return isDifferences() ? OptionalInt.empty() : OptionalInt.of(-1 << (bits - 1));
    }

    /** One number of some bytes, counted over all signals; the bytes begin with a whole group. */
    abstract int sample(byte[] bytes, int index);

    private static int word(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
    }

    private static int signed(int value, int bits) {
        return value << (32 - bits) >> (32 - bits);
    }
}
