package org.beatbench.classical;

import java.util.Locale;

/** Checks of settings. */
final class Require {

    private Require() {}

    static void within(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must be %s to %s: %s", name, number(min), number(max), number(value)));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
