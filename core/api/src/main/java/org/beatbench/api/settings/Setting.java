package org.beatbench.api.settings;

import java.util.List;

/**
 * One setting of a classifier or data set, as its author documented it.
 *
 * @param name as written in experiment files, such as {@code min-leaf-size}
 * @param kind what values look like: "whole number", "number", "true or false", "text" or "one of"
 * @param text what it does
 * @param defaultValue as written in experiment files
 * @param min the smallest legal number, negative infinity if there is none or it is no number
 * @param max the largest legal number, infinity if there is none or it is no number
 * @param choices the legal values, empty if they cannot be listed
 * @param tries values worth trying besides the default
 */
public record Setting(
        String name,
        String kind,
        String text,
        String defaultValue,
        double min,
        double max,
        List<String> choices,
        List<String> tries) {

    public Setting {
        choices = List.copyOf(choices);
        tries = List.copyOf(tries);
    }

    /** The legal numbers in words, empty if all are. */
    public String range() {
        return new Range(min, max).inWords();
    }
}
