package org.beatbench.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beatbench.api.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How two data sets, of which one is learned from and the other tested, are named as one. */
public final class JoinedDataset {

    private static final String BETWEEN = "-to-";
    private static final String TRAINING = "training";
    private static final String TEST = "test";
    private static final JsonMapper JSON = new JsonMapper();

    private JoinedDataset() {}

    /** The id of two data sets as one. */
    public static String id(String training, String test) {
        return training + BETWEEN + test;
    }

    /** The ids of the two, if this is the id of joined ones. */
    public static Optional<List<String>> parts(String id) {
        int at = id.indexOf(BETWEEN);
        return at < 0
                ? Optional.empty()
                : Optional.of(List.of(id.substring(0, at), id.substring(at + BETWEEN.length())));
    }

    /** Two data sets with their settings as one. */
    static NamedSettings of(NamedSettings training, NamedSettings test) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(TRAINING, JSON.writeValueAsString(training.settings()));
        settings.put(TEST, JSON.writeValueAsString(test.settings()));
        return new NamedSettings(id(training.id(), test.id()), settings);
    }

    /** The settings of a data set, joined or not, with one more; two that are joined both have it. */
    static Map<String, Object> with(NamedSettings dataset, String name, String value) {
        Map<String, Object> settings = new LinkedHashMap<>(dataset.settings());
        if (parts(dataset.id()).isPresent() && settings.keySet().equals(Set.of(TRAINING, TEST))) {
            for (String part : List.of(TRAINING, TEST)) {
                Map<String, Object> more = settings(String.valueOf(settings.get(part)));
                more.put(name, value);
                settings.put(part, JSON.writeValueAsString(more));
            }
        } else {
            settings.put(name, value);
        }
        return settings;
    }

    /**
     * The settings of one of the two.
     *
     * @throws UserError if they are not a JSON object
     */
    public static Map<String, Object> settings(String text) {
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JacksonException e) {
            throw new UserError(
                    "not the settings of a data set: " + text, "write a JSON object: {\"name\": \"value\"}");
        }
    }
}
