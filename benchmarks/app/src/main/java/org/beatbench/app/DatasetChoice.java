package org.beatbench.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.plugins.KnownDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A data set named on the command line, with settings. */
final class DatasetChoice {

    @Parameters(paramLabel = "DATASET", description = "Id of a data set; see beatbench list.")
    private String id = "";

    @Mixin
    private DatasetSource source = new DatasetSource();

    /** The data set. */
    KnownDataset<?> dataset() {
        return source.catalogue().dataset(id);
    }

    /** Its beats. */
    Beats load(KnownDataset<?> dataset) throws IOException {
        try (Bar bar = Bar.named("Loading " + id)) {
            return source.load(dataset, bar, Cancellation.NEVER);
        }
    }

    /** Every setting, as it was used. */
    Map<String, String> settings(KnownDataset<?> dataset) {
        return dataset.describe(source.settings());
    }

    /** How its beats are made. */
    List<String> assumptions(KnownDataset<?> dataset) throws IOException {
        return source.assumptions(dataset, Progress.NONE, Cancellation.NEVER);
    }
}
