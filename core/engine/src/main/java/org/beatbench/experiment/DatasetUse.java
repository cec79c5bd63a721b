package org.beatbench.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exactly which beats a trial uses.
 *
 * @param id of the data set
 * @param version of its provider
 * @param settings every setting, name to value as text
 * @param fingerprint SHA-256 of the beats, in hexadecimal
 */
public record DatasetUse(String id, String version, Map<String, String> settings, String fingerprint) {

    public DatasetUse {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
