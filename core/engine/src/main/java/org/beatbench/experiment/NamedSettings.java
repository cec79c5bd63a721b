package org.beatbench.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The id of a data set or a classifier, with the settings that differ from its defaults.
 *
 * @param id of a data set or a classifier
 * @param settings name to value, as written; a list of values stands for candidates to choose among
 */
public record NamedSettings(String id, Map<String, Object> settings) {

    public NamedSettings {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
