package org.beatbench.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
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
            return dataset.load(settings, context(bar));
        }
    }

    /** Every setting, as it was used. */
    Map<String, String> settings(KnownDataset<?> dataset) {
        return dataset.describe(settings);
    }

    /** How its beats are made. */
    List<String> assumptions(KnownDataset<?> dataset) throws IOException {
        return dataset.assumptions(settings, context(Progress.NONE));
    }

    private DatasetContext context(Progress progress) {
        return new DatasetContext(places.workplace().data(), progress, Cancellation.NEVER);
    }
}
