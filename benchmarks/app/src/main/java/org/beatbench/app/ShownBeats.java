package org.beatbench.app;

import java.io.IOException;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.UserError;
import org.beatbench.comparison.Comparison;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.harness.Workplace;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Report;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.results.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows of the data set.
 *
 * @param beats those of the plan; null if they are not at hand
 * @param disclosure how much of them is shown, nothing if they are not at hand
 */
record ShownBeats(@Nullable Beats beats, Disclosure disclosure) {

    /** What the option says that leaves single beats out. */
    static final String OPTION = "Show no single beat, but means of at least 20: for a report that is to be published"
            + " without anybody's ECG in it.";

    /** Nothing. */
    static final ShownBeats NONE = new ShownBeats(null, Disclosure.NOTHING);

    /** Beats that are at hand. */
    static ShownBeats of(Beats beats, Disclosure disclosure) {
        return disclosure == Disclosure.NOTHING ? NONE : new ShownBeats(beats, disclosure);
    }

    /**
     * Loads those of a plan.
     *
     * @throws UserError if the data are not there, or are not those of the plan
     */
    static ShownBeats load(Plan plan, Catalogue catalogue, Workplace workplace, Disclosure disclosure)
            throws IOException {
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
                        "name the folder that has them, or leave out --data; the report then shows nothing of them");
            }
            return of(beats, disclosure);
        }
    }

    /** The report of a comparison that shows so much. */
    Report report(Comparison comparison) {
        return beats == null ? ComparisonReport.of(comparison) : ComparisonReport.of(comparison, beats, disclosure);
    }
}
