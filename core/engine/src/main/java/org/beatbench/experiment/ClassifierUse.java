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
 * @param origin "built-in", or plug-in folder and hash of its jars; {@link #IMPORTED} of none that is here
 */
public record ClassifierUse(
        String id, String version, Map<String, String> settings, Map<String, String> libraries, String origin) {

    /** The origin of answers that were made elsewhere and brought here. */
    public static final String IMPORTED = "imported, not run here";

    public ClassifierUse {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }

    /** Whatever gave answers that are imported under a name. */
    public static ClassifierUse imported(String name) {
        return new ClassifierUse("imported", "unknown", Map.of("name", name), Map.of(), IMPORTED);
    }

    /** Whether nothing was run here. Not called "is", as what is so called would be written into records. */
    public boolean wasImported() {
        return origin.equals(IMPORTED);
    }
}
