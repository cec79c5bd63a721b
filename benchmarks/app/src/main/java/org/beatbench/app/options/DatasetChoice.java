package org.beatbench.app.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.Screen;
import org.beatbench.plugins.KnownDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A data set named on the command line, with settings. */
public final class DatasetChoice {

    @Parameters(
            paramLabel = "DATASET",
            completionCandidates = KnownIds.DatasetIds.class,
            description = "Id of a data set; see ${ROOT-COMMAND-NAME} list.")
    private String id = "";

    @Mixin
    private DatasetSource source = new DatasetSource();

    /** The data set. */
    public KnownDataset<?> dataset() {
        return source.catalogue().dataset(id);
    }

    /**
     * Its beats.
     *
     * @param screen where it is seen how far that is
     */
    public Beats load(KnownDataset<?> dataset, Screen screen) throws IOException {
        try (BarProgress bar = BarProgress.named("Loading " + id, screen)) {
            return source.load(dataset, bar, Cancellation.NEVER);
        }
    }

    /** Every setting, as it was used. */
    public Map<String, String> settings(KnownDataset<?> dataset) {
        return dataset.describe(source.settings());
    }

    /** How many samples a second its beats have; none if that is not known. */
    public @Nullable Double rate(KnownDataset<?> dataset) {
        OptionalDouble rate = dataset.rate(source.settings());
        return rate.isPresent() ? rate.getAsDouble() : null;
    }

    /**
     * How its beats came to be.
     *
     * @param beats of the data set
     * @param err is told what somebody must look at
     * @throws org.beatbench.api.UserError if there is not one beat, with what is known of why
     */
    public Provenance provenance(KnownDataset<?> dataset, Beats beats, PrintWriter err) throws IOException {
        Provenance provenance = source.provenance(dataset, Progress.NONE, Cancellation.NEVER);
        if (beats.isEmpty()) {
            throw dataset.withoutBeats(provenance);
        }
        ProvenanceText.warnings(provenance).forEach(err::println);
        err.flush();
        return provenance;
    }
}
