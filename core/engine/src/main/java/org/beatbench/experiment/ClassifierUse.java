package org.beatbench.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exactly which learner a trial uses.
 *
 * @param id of the classifier
 * @param version of its provider
 * @param settings every setting, name to value as text
 * @param libraries name to version of what computes its answers
 * @param origin "built-in", or plug-in folder and hash of its jars
 */
public record ClassifierUse(
        String id, String version, Map<String, String> settings, Map<String, String> libraries, String origin) {

    public ClassifierUse {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }
}
