package org.beatbench.api.settings;

import java.util.List;

/**
 * One setting that is no component of a record; see {@link GivenSettings}.
 *
 * @param name as written in experiment files: lower-case letters, digits and hyphens
 * @param text what it does, with its unit; a phrase
 * @param defaultValue a {@link Long}, {@link Double}, {@link Boolean} or {@link String}, which also says what values look like
 * @param min smallest legal number
 * @param max largest legal number
 * @param tries values worth trying besides the default, as written in experiment files
 */
public record SettingDeclaration(
        String name, String text, Object defaultValue, double min, double max, List<String> tries) {

    public SettingDeclaration {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a setting's name must be lower-case letters, digits and hyphens: " + name);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("setting " + name + " needs a text that says what it does");
        }
        tries = List.copyOf(tries);
    }
}
