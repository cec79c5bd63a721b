package org.beatbench.contract.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What checks expect, without a test library. */
final class Expect {

    private static final int LONGEST = 200;

    private Expect() {}

    /**
     * Expects that something holds.
     *
     * @param broken what is to be said if not, with places for the values as {@link String#format} has them
     * @throws Broken if not
     */
    static void that(boolean holds, String broken, @Nullable Object... values) {
        if (!holds) {
            throw new Broken(String.format(Locale.ROOT, broken, values));
        }
    }

    /**
     * Expects that two things are equal.
     *
     * @param what is compared, such as "answers of a second fit"
     * @throws Broken if not
     */
    static void equal(@Nullable Object actual, @Nullable Object expected, String what) {
        if (actual == null ? expected != null : !actual.equals(expected)) {
            String other = shortened(actual);
            String wanted = shortened(expected);
            throw new Broken(what
                    + (other.equals(wanted)
                            ? ": not the same, although both are " + other
                            : ": " + other + " in place of " + wanted));
        }
    }

    /** A phrase for a message, at a bearable length. */
    static String shortened(@Nullable Object value) {
        String text = String.valueOf(value).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
