package org.beatbench.api.settings;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings for which there is no record of their own, because they are known only when the program runs: those of a classifier
 * that is not written in Java, for example. A provider gives its declarations with their defaults.
 *
 * @param declarations which settings there are, in the order of help texts
 * @param values name to value, one for each declaration
 */
public record GivenSettings(List<SettingDeclaration> declarations, Map<String, Object> values) {

    /**
     * @throws IllegalArgumentException if two settings have one name, or values are missing or of settings there are not
     */
    public GivenSettings {
        declarations = List.copyOf(declarations);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        Set<String> names = new HashSet<>();
        for (SettingDeclaration declaration : declarations) {
            if (!names.add(declaration.name())) {
                throw new IllegalArgumentException("two settings are called " + declaration.name());
            }
        }
        if (!names.equals(values.keySet())) {
            throw new IllegalArgumentException("values of " + values.keySet() + " for settings " + names);
        }
    }

    /** The settings of somebody who chose none. */
    public static GivenSettings defaults(List<SettingDeclaration> declarations) {
        Map<String, Object> values = new TreeMap<>();
        declarations.forEach(declaration -> values.put(declaration.name(), declaration.defaultValue()));
        return new GivenSettings(declarations, values);
    }

    /**
     * The value of a setting: a {@link Long}, {@link Double}, {@link Boolean} or {@link String}, as its default is.
     *
     * @throws NullPointerException if there is no such setting
     */
    public Object value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The same settings with other values, in the order of the declarations. */
    GivenSettings with(List<Object> others) {
        Map<String, Object> named = new TreeMap<>();
        for (int i = 0; i < declarations.size(); i++) {
            named.put(declarations.get(i).name(), others.get(i));
        }
        return new GivenSettings(declarations, named);
    }
}
