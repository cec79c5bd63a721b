package org.beatbench.harness;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.Provenance;
import org.beatbench.plugins.KnownDataset;

/**
 * A data set with its beats.
 *
 * @param dataset which
 * @param settings those that were given, in place of the defaults
 * @param beats as loaded with them
 * @param provenance how the beats came to be
 */
public record LoadedDataset(KnownDataset<?> dataset, Map<String, String> settings, Beats beats, Provenance provenance) {

    public LoadedDataset {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
