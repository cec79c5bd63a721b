package org.beatbench.data.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers as C's {@code printf("%.18e")} and NumPy do: the exact value, rounded half to even, with as many digits as
 * asked for. Java's own {@code %e} pads the shortest digits that tell a number from its neighbours with zeros, and so
 * gives other text.
 *
 * <p>A double is {@code m 2^e}; scaled by a power of ten it is {@code m 5^k 2^(e + k)}, and for numbers of ordinary size
 * that product fits 128 bits, so that rounding it is a shift and a comparison. Other numbers go through {@link BigDecimal}.
 */
final class ScientificFormat {

    /** Bytes of the longest text: sign, digits, point, exponent. */
    static final int LONGEST = 32;

    private static final int MOST_DIGITS = 18;

    /** Instead of a scaled number: it has a digit too many. */
    private static final long TOO_LARGE = 0;

    /** Instead of a scaled number: it does not fit 128 bits. */
    private static final long UNKNOWN = 1;

    private static final long[] POWERS_OF_FIVE = powers(5, 27);
    private static final long[] POWERS_OF_TEN = powers(10, 18);

    private final int digits;
    private final byte[] zero;

    /**
     * @param digits digits behind the point, 1 to 18
     */
    ScientificFormat(int digits) {
        if (digits < 1 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("digits must be 1 to " + MOST_DIGITS + ": " + digits);
        }
        this.digits = digits;
        this.zero = ("0." + "0".repeat(digits) + "e+00").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes a number at a place of an array that has room for {@link #LONGEST} bytes.
     *
     * @return the place behind it
     * @throws IllegalArgumentException if the number is not finite
     */
    int write(double value, byte[] target, int at) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number: " + value);
        }
        int place = at;
        if (Double.doubleToRawLongBits(value) < 0) {
            target[place++] = '-';
        }
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            System.arraycopy(zero, 0, target, place, zero.length);
            return place + zero.length;
        }
        int exponent = (int) Math.floor(Math.log10(magnitude));
        long scaled = scaled(magnitude, exponent);
        if (scaled == TOO_LARGE) {
            // The logarithm was a hair too small, or all digits are nines and were rounded up.
            exponent++;
            scaled = scaled(magnitude, exponent);
        } else if (scaled != UNKNOWN && Long.compareUnsigned(scaled, POWERS_OF_TEN[digits]) <= 0) {
            // The logarithm was a hair too large, unless it is the power of ten itself.
            long finer = scaled(magnitude, exponent - 1);
            if (finer != TOO_LARGE) {
                exponent--;
                scaled = finer;
            }
        }
        return scaled == UNKNOWN ? writeSlowly(magnitude, target, place) : write(scaled, exponent, target, place);
    }

    /** The number times 10 to the power of (digits - exponent), rounded, as an unsigned number. */
    private long scaled(double magnitude, int exponent) {
        int power = digits - exponent;
        long bits = Double.doubleToRawLongBits(magnitude);
        int biased = (int) (bits >>> 52);
        long mantissa = (bits & 0xfffffffffffffL) | (biased == 0 ? 0 : 1L << 52);
        int shift = 1075 - Math.max(biased, 1) - power;
        if (power < 0 || power >= POWERS_OF_FIVE.length || shift < 1 || shift > 126) {
            return UNKNOWN;
        }
        long five = POWERS_OF_FIVE[power];
        long high = Math.multiplyHigh(mantissa, five);
        long low = mantissa * five;
        long whole;
        boolean half;
        boolean more;
        if (shift < 64) {
            if (high >>> shift != 0) {
                return TOO_LARGE;
            }
            whole = high << (64 - shift) | low >>> shift;
            half = (low >>> (shift - 1) & 1) != 0;
            more = (low & (1L << (shift - 1)) - 1) != 0;
        } else if (shift == 64) {
            whole = high;
            half = low < 0;
            more = low << 1 != 0;
        } else {
            whole = high >>> (shift - 64);
            half = (high >>> (shift - 65) & 1) != 0;
            more = (high & (1L << (shift - 65)) - 1) != 0 || low != 0;
        }
        if (half && (more || (whole & 1) != 0)) {
            whole++;
        }
        // The largest is 10^(digits + 1) - 1, which fits 64 bits without a sign.
        long limit = digits == MOST_DIGITS ? POWERS_OF_TEN[18] * 10 : POWERS_OF_TEN[digits + 1];
        return Long.compareUnsigned(whole, limit) >= 0 ? TOO_LARGE : whole;
    }

    private int write(long scaled, int exponent, byte[] target, int at) {
        long first = Long.divideUnsigned(scaled, POWERS_OF_TEN[digits]);
        long rest = scaled - first * POWERS_OF_TEN[digits];
        target[at] = (byte) ('0' + first);
        target[at + 1] = '.';
        for (int i = at + 1 + digits; i > at + 1; i--) {
            long tenth = rest / 10;
            target[i] = (byte) ('0' + (rest - 10 * tenth));
            rest = tenth;
        }
        return writeExponent(exponent, target, at + 2 + digits);
    }

    private int writeSlowly(double magnitude, byte[] target, int at) {
        BigDecimal exact = new BigDecimal(magnitude);
        BigDecimal rounded = exact.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        StringBuilder all = new StringBuilder(rounded.unscaledValue().toString());
        int exponent = all.length() - 1 - rounded.scale();
        while (all.length() <= digits) {
            all.append('0');
        }
        byte[] text = all.insert(1, '.').toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, target, at, text.length);
        return writeExponent(exponent, target, at + text.length);
    }

    private static int writeExponent(int exponent, byte[] target, int at) {
        int place = at;
        int magnitude = Math.abs(exponent);
        target[place++] = 'e';
        target[place++] = (byte) (exponent < 0 ? '-' : '+');
        if (magnitude >= 100) {
            target[place++] = (byte) ('0' + magnitude / 100);
        }
        target[place++] = (byte) ('0' + magnitude / 10 % 10);
        target[place++] = (byte) ('0' + magnitude % 10);
        return place;
    }

    private static long[] powers(long base, int highest) {
        long[] powers = new long[highest + 1];
        powers[0] = 1;
        for (int i = 1; i <= highest; i++) {
            powers[i] = powers[i - 1] * base;
        }
        return powers;
    }
}
