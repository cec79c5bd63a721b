package org.beatbench.api;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Checks of settings, for the compact constructors of their records. */
public final class Require {

    private Require() {}

    /**
     * Refuses a number that is not between two others, both included; NaN never is.
     *
     * @param name the setting, as it is written in experiment files
     * @throws IllegalArgumentException naming the setting, its range and the value
     */
    public static void within(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must be %s to %s: %s", name, number(min), number(max), number(value)));
        }
    }

    /**
     * Refuses what cannot be the path of a file or folder on this system.
     *
     * @param name the setting, as it is written in experiment files
     * @return the path
     * @throws IllegalArgumentException naming the setting
     */
    public static Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " cannot be a path: " + e.getReason(), e);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
