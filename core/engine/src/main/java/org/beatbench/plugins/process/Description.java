package org.beatbench.plugins.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.settings.GivenSettings;
import org.beatbench.api.settings.SettingDeclaration;
import tools.jackson.databind.JsonNode;

/**
 * Who a program says it is.
 *
 * @param settings which it has, with their defaults
 */
record Description(ClassifierInfo info, GivenSettings settings) {

    /**
     * Reads a program's answer to {@code describe}.
     *
     * @throws ProcessFailure naming all that is missing or of the wrong kind
     */
    static Description of(JsonNode told) {
        List<String> problems = new ArrayList<>();
        String id = text(told, "id", problems);
        String name = text(told, "name", problems);
        String summary = text(told, "summary", problems);
        String version = text(told, "version", problems);
        Map<String, String> libraries = new TreeMap<>();
        told.path("libraries")
                .properties()
                .forEach(one -> libraries.put(one.getKey(), one.getValue().asString("")));
        List<SettingDeclaration> declared = new ArrayList<>();
        told.path("settings").forEach(setting -> {
            try {
                declared.add(declaration(setting));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        });
        if (problems.isEmpty()) {
            try {
                return new Description(
                        new ClassifierInfo(
                                id,
                                name,
                                summary,
                                version,
                                told.path("uses_validation").asBoolean(false),
                                libraries),
                        GivenSettings.defaults(declared));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        throw new ProcessFailure("its description is not whole: " + String.join("; ", problems));
    }

    private static String text(JsonNode told, String name, List<String> problems) {
        JsonNode value = told.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            problems.add(name + " must be a text");
            return "";
        }
        return value.asString();
    }

    private static SettingDeclaration declaration(JsonNode setting) {
        String name = setting.path("name").asString("");
        JsonNode standard = setting.path("default");
        Object value;
        if (standard.isIntegralNumber()) {
            value = standard.asLong();
        } else if (standard.isNumber()) {
            value = standard.asDouble();
        } else if (standard.isBoolean()) {
            value = standard.asBoolean();
        } else if (standard.isString()) {
            value = standard.asString();
        } else {
            throw new IllegalArgumentException("setting " + name + " needs a default: a number, true, false or a text");
        }
        List<String> tries = new ArrayList<>();
        setting.path("tries").forEach(one -> tries.add(one.asString()));
        return new SettingDeclaration(
                name,
                setting.path("text").asString(""),
                value,
                setting.path("min").asDouble(Double.NEGATIVE_INFINITY),
                setting.path("max").asDouble(Double.POSITIVE_INFINITY),
                tries);
    }
}
