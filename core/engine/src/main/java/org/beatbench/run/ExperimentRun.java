package org.beatbench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;
import org.beatbench.harness.ForkedRunner;
import org.beatbench.harness.Harness;
import org.beatbench.harness.InProcessRunner;
import org.beatbench.harness.Pace;
import org.beatbench.harness.RunListener;
import org.beatbench.harness.RunLock;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.harness.TrialRunner;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/**
 * One run of an experiment into a result folder: the folder is locked, the plan stored, the splits audited, and the trials that
 * are wanted and not stored are run. Competitors run in processes of their own, canaries, whose costs nobody compares, in this
 * one.
 */
public final class ExperimentRun {

    private final PreparedExperiment prepared;
    private final List<Trial> trials;
    private final Path folder;
    private final RunOptions options;

    /**
     * A run that has not begun.
     *
     * @param trials those of the plan that are wanted
     * @param folder of the results; need not exist
     */
    public ExperimentRun(PreparedExperiment prepared, List<Trial> trials, Path folder, RunOptions options) {
        this.prepared = prepared;
        this.trials = List.copyOf(trials);
        this.folder = folder;
        this.options = options;
    }

    /** Records of the plan that are stored and would not be made again. */
    public List<RunRecord> done() throws IOException {
        return stored().stream().filter(run -> !options.wantsAgain(run)).toList();
    }

    /**
     * An estimate that knows what the stored trials took.
     *
     * @param usual what classifiers usually take, by their ids, for those of which nothing is stored
     */
    public TimeEstimate estimate(Map<String, Pace> usual) throws IOException {
        TimeEstimate estimate = new TimeEstimate(prepared.beats(), usual);
        stored().forEach(estimate::learn);
        return estimate;
    }

    private List<RunRecord> stored() throws IOException {
        return FolderStore.at(folder).all(prepared.trials());
    }

    /**
     * Runs what is wanted and not stored.
     *
     * @return what the audits said; unless they allow it, no trial was run
     * @throws CancelledException if the user stops it; what is stored stays
     * @throws UserError if another run writes to the folder, or is being timed on this machine
     */
    @SuppressWarnings("try") // locks are held, not used
    public AuditJudgement run(RunListener listener, Cancellation cancellation) throws IOException {
        FolderStore store = FolderStore.open(folder);
        try (RunLock writing = RunLock.ofStore(folder, prepared.command());
                RunLock timing = options.untimed()
                        ? RunLock.NONE
                        : RunLock.ofMachine(
                                prepared.command(), "wait until it ends, or add --untimed if timings do not matter")) {
            Provenance provenance = prepared.provenance();
            listener.prepared(provenance);
            Plan plan = prepared.plan(provenance);
            store.putPlan(store.earlierPlan().map(plan::keepingImported).orElse(plan));
            Limits limits = prepared.experiment().limits();
            Progress auditing = listener::auditing;
            AuditJudgement judgement = new AuditGate(store, trials)
                    .judge(
                            prepared.trialBeats(),
                            provenance,
                            limits.threads(),
                            options.acceptLeaks(),
                            auditing,
                            cancellation);
            listener.audited(judgement.protocols());
            if (judgement.allows()) {
                try (Aside desk = store.desk()) {
                    new Harness(store, runner(limits, desk.path()), listener)
                            .run(trials, options::wantsAgain, cancellation);
                }
            }
            return judgement;
        }
    }

    private TrialRunner runner(Limits limits, Path desk) {
        TrialRunner inside = new InProcessRunner(prepared.trialBeats(), prepared.catalogue(), prepared.workplace());
        TrialRunner apart = options.untimed() ? inside : new ForkedRunner(prepared.workplace(), limits, desk);
        return (trial, progress, cancellation) ->
                (Canaries.include(trial.classifier().id()) ? inside : apart).run(trial, progress, cancellation);
    }

    /** How many trials of the plan are stored that failed or exceeded a limit. */
    public long failures() throws IOException {
        return stored().stream()
                .filter(run -> !(run.outcome() instanceof Outcome.Completed))
                .count();
    }
}
