package org.beatbench.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.experiment.DatasetUse;
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
 * @param plan the trials
 */
public record PreparedExperiment(
        Experiment experiment, RunFolders workplace, Catalogue catalogue, Beats beats, Plan plan) {

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
        DatasetContext context = new DatasetContext(workplace.data(), loading, Cancellation.NEVER);
        Beats beats = dataset.load(settings, context);
        List<String> assumptions = dataset.assumptions(settings, context);
        DatasetUse use = dataset.use(settings, beats);
        List<Trial> trials = planner.trials(beats, use);
        Plan plan = new Plan(
                experiment.id(),
                experiment.title(),
                command,
                Machine.commit(),
                dataset.info(),
                assumptions,
                beats.classes(),
                Arrays.stream(beats.classCounts()).boxed().toList(),
                beats.subjects(),
                trials);
        return new PreparedExperiment(experiment, workplace, catalogue, beats, plan);
    }
}
