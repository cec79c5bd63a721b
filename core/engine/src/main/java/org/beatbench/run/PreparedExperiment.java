package org.beatbench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Machine;
import org.beatbench.harness.Planner;
import org.beatbench.harness.RunFolders;
import org.beatbench.harness.TrialBeats;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.results.Plan;
import org.beatbench.saliency.MeanBeat;
import org.jspecify.annotations.Nullable;

/**
 * An experiment made ready: checked, its beats loaded, its trials planned.
 *
 * @param experiment as written
 * @param workplace where data and plug-ins are
 * @param catalogue what there is
 * @param trialBeats the data set, in each form that trials use
 * @param trials what the experiment comes down to
 * @param command the command line that runs it, for the report
 */
public record PreparedExperiment(
        Experiment experiment,
        RunFolders workplace,
        Catalogue catalogue,
        TrialBeats trialBeats,
        List<Trial> trials,
        String command) {

    private static final int MOST_PICTURED = 8;

    public PreparedExperiment {
        trials = List.copyOf(trials);
    }

    /**
     * Makes an experiment ready.
     *
     * @param command the command line that runs it, for the report
     * @param loading watches the data set being loaded
     * @throws org.beatbench.api.UserError naming everything that is wrong with it
     * @throws org.beatbench.api.CancelledException if it was to stop
     */
    public static PreparedExperiment of(
            Experiment experiment,
            RunFolders workplace,
            Catalogue catalogue,
            String command,
            Progress loading,
            Cancellation cancellation)
            throws IOException {
        Planner planner = new Planner(experiment, catalogue);
        KnownDataset<?> dataset = catalogue.dataset(experiment.dataset().id());
        List<Map<String, Object>> forms = experiment.formSettings();
        Beats first = dataset.load(forms.get(0), new DatasetContext(workplace.data(), loading, cancellation));
        if (first.isEmpty()) {
            throw dataset.withoutBeats(
                    dataset.provenance(forms.get(0), new DatasetContext(workplace.data(), loading, cancellation)));
        }
        List<DatasetUse> uses = new ArrayList<>(List.of(dataset.use(forms.get(0), first)));
        TrialBeats trialBeats = TrialBeats.of(catalogue, workplace, uses.get(0), first);
        for (Map<String, Object> settings : forms.subList(1, forms.size())) {
            cancellation.check();
            uses.add(trialBeats.add(settings, loading));
        }
        List<Trial> trials = planner.trials(first, uses);
        return new PreparedExperiment(experiment, workplace, catalogue, trialBeats, trials, command);
    }

    /** The data set, in the first form. */
    public Beats beats() {
        return trialBeats.first();
    }

    /** The data set that the experiment names. */
    public KnownDataset<?> dataset() {
        return catalogue.dataset(experiment.dataset().id());
    }

    /** How the beats came to be, which is asked of all recordings. */
    public Provenance provenance() throws IOException {
        Set<String> assumptions = new LinkedHashSet<>();
        Set<String> warnings = new LinkedHashSet<>();
        boolean takesRecordsForSubjects = false;
        for (Map<String, Object> settings : experiment.formSettings()) {
            Provenance one = dataset()
                    .provenance(settings, new DatasetContext(workplace.data(), Progress.NONE, Cancellation.NEVER));
            assumptions.addAll(one.assumptions());
            warnings.addAll(one.warnings());
            takesRecordsForSubjects |= one.takesRecordsForSubjects();
        }
        return new Provenance(List.copyOf(assumptions), List.copyOf(warnings), takesRecordsForSubjects);
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
                beats().classes(),
                Arrays.stream(beats().classCounts()).boxed().toList(),
                beats().subjects(),
                means(),
                rate(),
                knownFailures(),
                trials);
    }

    private Map<String, Map<String, String>> knownFailures() {
        Map<String, Map<String, String>> known = new TreeMap<>();
        for (Trial trial : trials) {
            String id = trial.classifier().id();
            known.computeIfAbsent(id, any -> catalogue.classifier(id).knownFailures());
        }
        known.values().removeIf(Map::isEmpty);
        return known;
    }

    /** Of data sets with so few classes that a report has a picture of each. */
    private List<MeanBeat> means() {
        Beats first = beats().firstChannel();
        return first.classes().size() > MOST_PICTURED ? List.of() : MeanBeat.ofMost(first);
    }

    private @Nullable Double rate() {
        List<Double> rates = experiment.formSettings().stream()
                .map(settings -> dataset().rate(settings))
                .map(rate -> rate.isPresent() ? rate.getAsDouble() : Double.NaN)
                .distinct()
                .toList();
        return rates.size() > 1 || rates.get(0).isNaN() ? null : rates.get(0);
    }
}
