package org.beatbench.app;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.plugins.KnownDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A data set named on the command line, with settings. */
final class DatasetChoice {

    @Parameters(paramLabel = "DATASET", description = "Id of a data set; see beatbench list.")
    private String id = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the data set; see beatbench describe. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Mixin
    private Places places = new Places();

    /** The data set. */
    KnownDataset<?> dataset() {
        return places.catalogue().dataset(id);
    }

    /** Its beats. */
    Beats load(KnownDataset<?> dataset) throws IOException {
        try (Bar bar = Bar.named("Loading " + id)) {
            return dataset.load(settings, new DatasetContext(places.workplace().data(), bar, Cancellation.NEVER));
        }
    }
}
