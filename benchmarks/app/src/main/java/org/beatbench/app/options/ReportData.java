package org.beatbench.app.options;

import java.io.IOException;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.UserError;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.Screen;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.harness.RunFolders;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.Plan;

/** What a report shows of the data set, as options say it. */
public final class ReportData {

    /** What the option says that leaves single beats out. */
    public static final String OPTION =
            "Show no single beat, but means of at least 20: for a report that is to be published"
                    + " without anybody's ECG in it.";

    private ReportData() {}

    /**
     * Loads the beats of a plan.
     *
     * @param disclosure how much of them is shown
     * @param screen where it is seen how far that is
     * @throws UserError if the data are not there, or are not those of the plan
     */
    public static Optional<DisclosedBeats> load(
            Plan plan, Catalogue catalogue, RunFolders folders, Disclosure disclosure, Screen screen)
            throws IOException {
        if (plan.trials().isEmpty()) {
            return Optional.empty();
        }
        DatasetUse planned = plan.trials().get(0).dataset();
        KnownDataset<?> dataset = catalogue.dataset(planned.id());
        try (BarProgress bar = BarProgress.named("Loading " + planned.id(), screen)) {
            Beats beats = dataset.load(planned.settings(), new DatasetContext(folders.data(), bar, Cancellation.NEVER));
            if (!dataset.use(planned.settings(), beats).fingerprint().equals(planned.fingerprint())) {
                throw new UserError(
                        "the data in " + folders.data() + " are not those that the experiment was run on",
                        "name the folder that has them, or leave out --data; the report then shows nothing of them");
            }
            return DisclosedBeats.of(beats, disclosure);
        }
    }
}
