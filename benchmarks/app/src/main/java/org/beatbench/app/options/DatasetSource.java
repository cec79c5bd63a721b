package org.beatbench.app.options;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how the beats of a data set are made, and where it lies. */
public final class DatasetSource {

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the data set; see ${ROOT-COMMAND-NAME} describe. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Mixin
    private FolderOptions places = new FolderOptions();

    /** What there is. */
    public Catalogue catalogue() {
        return places.catalogue();
    }

    /** The settings that were given. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The beats of a data set. */
    public Beats load(KnownDataset<?> dataset, Progress progress, Cancellation cancellation) throws IOException {
        return load(dataset, settings, progress, cancellation);
    }

    /** The beats of a data set with other settings than those that were given. */
    public Beats load(KnownDataset<?> dataset, Map<String, String> others, Progress progress, Cancellation cancellation)
            throws IOException {
        return dataset.load(others, context(progress, cancellation));
    }

    /** How its beats came to be. */
    public Provenance provenance(KnownDataset<?> dataset, Progress progress, Cancellation cancellation)
            throws IOException {
        return provenance(dataset, settings, progress, cancellation);
    }

    /** How its beats came to be with other settings than those that were given. */
    public Provenance provenance(
            KnownDataset<?> dataset, Map<String, String> others, Progress progress, Cancellation cancellation)
            throws IOException {
        return dataset.provenance(others, context(progress, cancellation));
    }

    private DatasetContext context(Progress progress, Cancellation cancellation) {
        return new DatasetContext(places.folders().data(), progress, cancellation);
    }
}
