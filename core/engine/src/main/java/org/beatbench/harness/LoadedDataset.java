package org.beatbench.harness;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.plugins.KnownDataset;

/**
 * A data set with its beats.
 *
 * @param dataset which
 * @param settings those that were given, in place of the defaults
 * @param beats as loaded with them
 * @param assumptions how the beats were made and what was taken for granted, a sentence each
 */
public record LoadedDataset(
        KnownDataset<?> dataset, Map<String, String> settings, Beats beats, List<String> assumptions) {

    public LoadedDataset {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        assumptions = List.copyOf(assumptions);
    }
}
