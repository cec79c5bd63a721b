package org.beatbench.comparison.text;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers with all their digits, for programs. The same on every Java: {@link Double#toString(double)} gives other digits before
 * Java 19 than since (JDK-4511638), and files made by one could not be compared with files made by the other.
 */
public final class Unrounded {

    /** As many digits as every double keeps; if so many are enough, they say whether fewer are. */
    private static final int FEWEST = 15;

    /** As many digits as any double needs. */
    private static final int MOST = 17;

    /** Numbers from 10^-3 up to 10^7 are written without an exponent, as Java does. */
    private static final int SMALLEST = -3;

    private static final int LARGEST = 6;

    private Unrounded() {}

    /** The fewest digits, to which the number is nearest, that give it back when read; in the form in which Java writes numbers. */
    public static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal digits = shortest(value);
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= SMALLEST && exponent <= LARGEST) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String all = digits.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "") + all.charAt(0) + "." + (all.length() == 1 ? "0" : all.substring(1)) + "E"
                + exponent;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = FEWEST; digits < MOST; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST)).stripTrailingZeros();
    }
}
