package org.beatbench.app.hardening;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes to the bytes of a file, as a failing disk, a cut connection, an editor or somebody with a purpose would make them. */
enum Mutation {
    FLIP_BIT {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
        }
    },
    SET_BYTE {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] = STRANGE[random.nextInt(STRANGE.length)];
            return changed;
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    LEAVE_OUT {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            Stretch out = Stretch.of(bytes, random);
            return joined(bytes, out.from(), new byte[0], out.to());
        }
    },
    REPEAT {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            Stretch twice = Stretch.of(bytes, random);
            return joined(bytes, twice.to(), Arrays.copyOfRange(bytes, twice.from(), twice.to()), twice.to());
        }
    },
    SPLICE {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            Stretch from = Stretch.of(other, random);
            Stretch to = Stretch.of(bytes, random);
            return joined(bytes, to.from(), Arrays.copyOfRange(other, from.from(), from.to()), to.to());
        }
    },
    INSERT {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            int at = random.nextInt(bytes.length + 1);
            return joined(bytes, at, pick(WORDS, random).getBytes(StandardCharsets.UTF_8), at);
        }
    },
    INSERT_MUCH {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            int at = random.nextInt(bytes.length + 1);
            String much = pick(WORDS, random).repeat(1 + random.nextInt(20_000));
            return joined(bytes, at, much.getBytes(StandardCharsets.UTF_8), at);
        }
    },
    ANOTHER_NUMBER {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            while (from < bytes.length && !isOfNumber(bytes[from])) {
                from++;
            }
            int to = from;
            while (to < bytes.length && isOfNumber(bytes[to])) {
                to++;
            }
            return joined(bytes, from, pick(NUMBERS, random).getBytes(StandardCharsets.UTF_8), to);
        }
    },
    ANOTHER_WORD {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            while (from > 0 && Character.isLetterOrDigit(bytes[from - 1])) {
                from--;
            }
            int to = from;
            while (to < bytes.length && Character.isLetterOrDigit(bytes[to])) {
                to++;
            }
            return joined(bytes, from, pick(WORDS, random).getBytes(StandardCharsets.UTF_8), to);
        }
    },
    ANOTHER_INTEGER {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            int value = INTEGERS[random.nextInt(INTEGERS.length)];
            boolean bigEndian = random.nextBoolean();
            for (int i = 0; i < Integer.BYTES && at + i < changed.length; i++) {
                changed[at + i] = (byte) (value >> (8 * (bigEndian ? Integer.BYTES - 1 - i : i)));
            }
            return changed;
        }
    },
    WITHOUT_A_LINE {
        @Override
        byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            while (from > 0 && bytes[from - 1] != '\n') {
                from--;
            }
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            return joined(bytes, from, new byte[0], Math.min(bytes.length, to + 1));
        }
    };

    private static final byte[] STRANGE = {
        0, -1, 127, -128, '\n', '\r', '"', ',', ':', '{', '}', '-', '/', '\\', ' ', '9'
    };

    private static final String[] NUMBERS = {
        "",
        "0",
        "-1",
        "1",
        "-0.0",
        "2147483647",
        "2147483648",
        "-2147483648",
        "4294967296",
        "9223372036854775807",
        "99999999999999999999",
        "1e308",
        "1e999",
        "-1e999",
        "1e-400",
        "1e2147483647",
        "NaN",
        "Infinity",
        "0x1p3",
        "1.5",
        "007"
    };

    private static final String[] WORDS = {
        "",
        " ",
        "\0",
        "\n",
        "\"",
        "'",
        ",",
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "[[",
        "{\"a\":",
        "null",
        "true",
        "~",
        "- ",
        "? ",
        "&a ",
        "*a",
        "!!java.net.URL ",
        "%s",
        "..",
        "/",
        "../../etc/passwd",
        "\\u0000",
        "é",
        "\uFEFF",
        "\u2028",
        "NaN",
        "@data",
        "x",
        "#",
        "\t",
        "0,",
        "1:1"
    };

    private static final int[] INTEGERS = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x10000, 0x7fff, 0x8000};

    /** The bytes, changed at a place that the random numbers choose; the other bytes are of a file of the same kind. */
    abstract byte[] of(byte[] bytes, byte[] other, SplittableRandom random);

    /** One to three changes, one after the other. */
    static byte[] some(byte[] bytes, byte[] other, SplittableRandom random) {
        byte[] changed = bytes;
        for (int left = 1 + random.nextInt(3); left > 0 && changed.length > 0; left--) {
            changed = values()[random.nextInt(values().length)].of(changed, other, random);
        }
        return changed;
    }

    private static boolean isOfNumber(byte character) {
        return (character >= '0' && character <= '9') || character == '.' || character == '-';
    }

    private static String pick(String[] choices, SplittableRandom random) {
        return choices[random.nextInt(choices.length)];
    }

    /** What stands before a place, then a part, then what stands from another place on. */
    private static byte[] joined(byte[] bytes, int until, byte[] part, int from) {
        byte[] joined = Arrays.copyOf(bytes, until + part.length + bytes.length - from);
        System.arraycopy(part, 0, joined, until, part.length);
        System.arraycopy(bytes, from, joined, until + part.length, bytes.length - from);
        return joined;
    }

    /** Some bytes that follow one another, mostly few. */
    private record Stretch(int from, int to) {

        static Stretch of(byte[] bytes, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            int most = Math.min(bytes.length - from, 1 << random.nextInt(16));
            return new Stretch(from, from + random.nextInt(most + 1));
        }
    }
}
