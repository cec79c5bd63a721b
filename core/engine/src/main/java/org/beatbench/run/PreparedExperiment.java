package org.beatbench.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Machine;
import org.beatbench.harness.Planner;
import org.beatbench.harness.RunFolders;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.results.Plan;

/**
 * An experiment made ready: checked, its beats loaded, its trials planned.
 *
 * @param experiment as written
 * @param workplace where data and plug-ins are
 * @param catalogue what there is
 * @param beats the data set
 * @param trials what the experiment comes down to
 * @param command the command line that runs it, for the report
 */
public record PreparedExperiment(
        Experiment experiment,
        RunFolders workplace,
        Catalogue catalogue,
        Beats beats,
        List<Trial> trials,
        String command) {

    public PreparedExperiment {
        trials = List.copyOf(trials);
    }

    /**
     * Makes an experiment ready.
     *
     * @param command the command line that runs it, for the report
     * @param loading watches the data set being loaded
     * @throws org.beatbench.api.UserError naming everything that is wrong with it
     */
    public static PreparedExperiment of(
            Experiment experiment, RunFolders workplace, Catalogue catalogue, String command, Progress loading)
            throws IOException {
        Planner planner = new Planner(experiment, catalogue);
        KnownDataset<?> dataset = catalogue.dataset(experiment.dataset().id());
        Map<String, Object> settings = experiment.dataset().settings();
        Beats beats = dataset.load(settings, new DatasetContext(workplace.data(), loading, Cancellation.NEVER));
        if (beats.isEmpty()) {
            throw dataset.withoutBeats(
                    dataset.provenance(settings, new DatasetContext(workplace.data(), loading, Cancellation.NEVER)));
        }
        List<Trial> trials = planner.trials(beats, dataset.use(settings, beats));
        return new PreparedExperiment(experiment, workplace, catalogue, beats, trials, command);
    }

    /** The data set that the experiment names. */
    public KnownDataset<?> dataset() {
        return catalogue.dataset(experiment.dataset().id());
    }

    /** How the beats came to be, which is asked of all recordings. */
    public Provenance provenance() throws IOException {
        return dataset()
                .provenance(
                        experiment.dataset().settings(),
                        new DatasetContext(workplace.data(), Progress.NONE, Cancellation.NEVER));
    }

    /** The trials with all that a report has to tell of them. */
    public Plan plan(Provenance provenance) {
        return new Plan(
                experiment.id(),
                experiment.title(),
                command,
                Machine.commit(),
                dataset().info(),
                provenance.assumptions(),
                beats.classes(),
                Arrays.stream(beats.classCounts()).boxed().toList(),
                beats.subjects(),
                trials);
    }
}
