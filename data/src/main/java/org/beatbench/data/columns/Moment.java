package org.beatbench.data.columns;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as tables write it: a number in the unit that the column's name has, or hours, minutes and seconds. */
public final class Moment {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d+):(\\d+(?:\\.\\d*)?)");
    private static final Pattern COLUMN = Pattern.compile(
            "(?:elapsed )?(?:time|times|t|seconds?|secs?|s|milliseconds?|millis|msecs?|ms|microseconds?|us|onset|timestamps?)"
                    + "(?:[ ,]*[\\[(]?(?:in )?(s|secs?|seconds?|hh:mm:ss(?:\\.m+)?|ms|msecs?|milliseconds?|us|µs|μs|microseconds?)[\\])]?)?");

    private Moment() {}

    /** Whether a column of this name has times. */
    public static boolean isNamed(String column) {
        return COLUMN.matcher(plain(column)).matches();
    }

    /** By how many decimal places a number of a column of this name is to be moved to be seconds: 3 for milliseconds. */
    public static int places(String column) {
        String plain = plain(column);
        if (plain.matches(".*\\b(?:ms|msecs?|milliseconds?|millis)\\W*")) {
            return 3;
        }
        return plain.matches(".*\\b(?:us|µs|μs|microseconds?)\\W*") ? 6 : 0;
    }

    /**
     * The seconds that a field tells, with as many decimals as it has.
     *
     * @param places of its column
     */
    public static Optional<BigDecimal> seconds(String field, int places) {
        if (NUMBER.matcher(field).matches()) {
            return Optional.of(new BigDecimal(field).movePointLeft(places));
        }
        Matcher clock = CLOCK.matcher(field);
        if (!clock.matches()) {
            return Optional.empty();
        }
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        long minutes = 60 * hours + Long.parseLong(clock.group(2));
        return Optional.of(new BigDecimal(clock.group(3)).add(BigDecimal.valueOf(60 * minutes)));
    }

    /** Whether a field is a number. */
    public static boolean isNumber(String field) {
        return NUMBER.matcher(field).matches();
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    }
}
