package org.beatbench.app;

import java.io.IOException;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.UserError;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.harness.Workplace;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.reports.Report;
import org.beatbench.reports.comparison.Comparison;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.results.Plan;
import org.jspecify.annotations.Nullable;

/**
 * The beats that a report may show one by one.
 *
 * @param beats those of the plan; null if no single beat is to be shown
 */
record ShownBeats(@Nullable Beats beats) {

    /** No beat. */
    static final ShownBeats NONE = new ShownBeats(null);

    /**
     * Loads those of a plan.
     *
     * @throws UserError if the data are not there, or are not those of the plan
     */
    static ShownBeats load(Plan plan, Catalogue catalogue, Workplace workplace) throws IOException {
        if (plan.trials().isEmpty()) {
            return NONE;
        }
        DatasetUse planned = plan.trials().get(0).dataset();
        KnownDataset<?> dataset = catalogue.dataset(planned.id());
        try (Bar bar = Bar.named("Loading " + planned.id())) {
            Beats beats =
                    dataset.load(planned.settings(), new DatasetContext(workplace.data(), bar, Cancellation.NEVER));
            if (!dataset.use(planned.settings(), beats).fingerprint().equals(planned.fingerprint())) {
                throw new UserError(
                        "the data in " + workplace.data() + " are not those that the experiment was run on",
                        "name the folder that has them, or leave out --data; the report then shows no single beat");
            }
            return new ShownBeats(beats);
        }
    }

    boolean areShown() {
        return beats != null;
    }

    /** The report of a comparison with these beats in it. */
    Report report(Comparison comparison) {
        return beats == null ? ComparisonReport.of(comparison) : ComparisonReport.of(comparison, beats);
    }
}
