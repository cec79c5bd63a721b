package org.beatbench.app.options;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.plugins.KnownDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A data set named on the command line, with settings. */
public final class DatasetChoice {

    @Parameters(paramLabel = "DATASET", description = "Id of a data set; see beatbench list.")
    private String id = "";

    @Mixin
    private DatasetSource source = new DatasetSource();

    /** The data set. */
    public KnownDataset<?> dataset() {
        return source.catalogue().dataset(id);
    }

    /** Its beats. */
    public Beats load(KnownDataset<?> dataset) throws IOException {
        try (BarProgress bar = BarProgress.named("Loading " + id)) {
            return source.load(dataset, bar, Cancellation.NEVER);
        }
    }

    /** Every setting, as it was used. */
    public Map<String, String> settings(KnownDataset<?> dataset) {
        return dataset.describe(source.settings());
    }

    /** How its beats are made. */
    public List<String> assumptions(KnownDataset<?> dataset) throws IOException {
        return source.assumptions(dataset, Progress.NONE, Cancellation.NEVER);
    }
}
