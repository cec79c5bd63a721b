package org.beatbench.comparison.text;

import java.time.Duration;
import java.util.Locale;
import org.beatbench.comparison.Estimate;
import org.beatbench.stats.PairedDifference;

/** Writes numbers, in the same way everywhere and whatever the language of the machine. */
public final class Numbers {

    /** A space at which no line is broken. */
    private static final String THIN = "\u202f";

    private static final String MINUS = "\u2212";
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Numbers() {}

    /** A finite number with its unit. */
    public static String format(Quantity quantity, double value) {
        return switch (quantity) {
            case COUNT -> count(Math.round(value));
            case SHARE -> share(value);
            case SCORE -> score(value);
            case SECONDS -> seconds(value);
            case BYTES -> bytes(value);
            case PLAIN -> plain(value);
        };
    }

    /** The number at a tick of an axis: as short as it can be. */
    public static String tick(Quantity quantity, double value) {
        return switch (quantity) {
            case SHARE -> plain(Math.round(value * 1000) / 10.0) + THIN + "%";
            case SCORE -> plain(value);
            case SECONDS, BYTES -> value == 0 ? "0" : shortened(quantity, value);
            default -> shortened(quantity, value);
        };
    }

    /** An interval in brackets, without its unit: {@code [81.0–83.5]}. */
    public static String interval(Quantity quantity, Estimate estimate) {
        return "[" + bare(quantity, estimate.low()) + "–" + bare(quantity, estimate.high()) + "]";
    }

    /** A finite number with its unit, and its interval if it has one: {@code 82.3 % [81.0–83.5]}. */
    public static String estimate(Quantity quantity, Estimate estimate) {
        String value = format(quantity, estimate.value());
        return estimate.hasInterval() ? value + " " + interval(quantity, estimate) : value;
    }

    /** {@code 109446} as {@code 109 446}. */
    public static String count(long value) {
        String grouped = String.format(Locale.ROOT, "%,d", Math.abs(value)).replace(",", THIN);
        return value < 0 ? MINUS + grouped : grouped;
    }

    /** {@code .8234} as {@code 82.3 %}. */
    public static String share(double value) {
        return bare(Quantity.SHARE, value) + THIN + "%";
    }

    /** {@code .99947} as {@code 99.95 %}: for shares that differ in the last digits only. */
    public static String hundredths(double value) {
        return decimal(100 * value, 2) + THIN + "%";
    }

    /** {@code .85934} as {@code 0.859}. */
    public static String score(double value) {
        return decimal(value, 3);
    }

    /** A difference of scores, with its sign: {@code +0.012}. */
    public static String difference(double value) {
        return signed(decimal(value, 3));
    }

    /** A difference of shares in points, with its sign: {@code .012} as {@code +1.2}. */
    public static String points(double value) {
        return signed(decimal(100 * value, 1));
    }

    private static String signed(String text) {
        return text.startsWith(MINUS) || text.matches("[0.]+") ? text : "+" + text;
    }

    /** The interval of a difference of scores: {@code [−0.012 to +0.034]}. */
    public static String differences(Estimate estimate) {
        return "[" + difference(estimate.low()) + " to " + difference(estimate.high()) + "]";
    }

    /** A difference in a matrix of pairs; where there is no room for it, its sign if the pair can be told apart. */
    public static String pair(double difference, boolean apart, boolean roomy) {
        return roomy ? difference(difference) : !apart ? "·" : difference < 0 ? MINUS : "+";
    }

    /**
     * A p-value: {@code 0.034}, or {@code < 0.001}. One that would round onto the level below which differences count has as many
     * more digits as show on which side it is: {@code 0.0504}.
     */
    public static String pValue(double p) {
        if (p < 0.001) {
            return "<" + THIN + "0.001";
        }
        for (int decimals = 3; decimals <= 6; decimals++) {
            String text = decimal(p, decimals);
            if (Double.parseDouble(text) != PairedDifference.ALPHA) {
                return text;
            }
        }
        return (p < PairedDifference.ALPHA ? "<" + THIN : "") + decimal(PairedDifference.ALPHA, 3);
    }

    /** A time span of any size. */
    public static String duration(Duration span) {
        return seconds(span.toNanos() / 1e9);
    }

    /** Seconds in the unit that suits them: {@code 84 µs}, {@code 4.2 ms}, {@code 12.3 s}, {@code 3 min 5 s}, {@code 1 h 12 min}. */
    public static String seconds(double seconds) {
        double size = Math.abs(seconds);
        if (size == 0) {
            return "0" + THIN + "s";
        }
        if (size < 0.9995e-6) {
            return significant(seconds * 1e9) + THIN + "ns";
        }
        if (size < 0.9995e-3) {
            return significant(seconds * 1e6) + THIN + "µs";
        }
        if (size < 0.9995) {
            return significant(seconds * 1e3) + THIN + "ms";
        }
        if (size < 99.95) {
            return significant(seconds) + THIN + "s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? parts(whole / 60, "min", whole % 60, "s")
                : parts(Math.round(whole / 60.0) / 60, "h", Math.round(whole / 60.0) % 60, "min");
    }

    /** A time in a recording, in seconds since its beginning, as on a clock: {@code 0:12:34.5}. */
    public static String clock(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(
                Locale.ROOT, "%d:%02d:%02d.%d", tenths / 36_000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
    }

    /** Bytes in decimal units: {@code 1.2 MB}. */
    public static String bytes(double bytes) {
        int unit = 0;
        double value = bytes;
        while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return (unit == 0 ? decimal(value, 0) : significant(value)) + THIN + BYTE_UNITS[unit];
    }

    /** A number without a unit, rounded to what matters, without zeros at the end. */
    public static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return count((long) value);
        }
        String text = decimal(value, Math.abs(value) < 0.1 ? 4 : Math.abs(value) < 10 ? 3 : 1);
        return text.replaceFirst("\\.?0+$", "");
    }

    private static String shortened(Quantity quantity, double value) {
        return format(quantity, value).replaceFirst("\\.0+(?!\\d)|(\\.\\d*?[1-9])0+(?!\\d)", "$1");
    }

    private static String bare(Quantity quantity, double value) {
        return switch (quantity) {
            case SHARE -> decimal(100 * value, 1);
            case SCORE -> score(value);
            default -> format(quantity, value);
        };
    }

    private static String parts(long whole, String unit, long rest, String smaller) {
        return whole + THIN + unit + (rest == 0 ? "" : " " + rest + THIN + smaller);
    }

    private static String significant(double value) {
        double size = Math.abs(value);
        return decimal(value, size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
    }

    private static String decimal(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        return value < 0 && text.matches(".*[1-9].*") ? MINUS + text : text;
    }
}
