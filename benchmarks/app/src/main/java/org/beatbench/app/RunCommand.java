package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.api.Cancellation;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.ForkedRunner;
import org.beatbench.harness.Harness;
import org.beatbench.harness.InProcessRunner;
import org.beatbench.harness.RunLock;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.harness.TrialRunner;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench run}: plan, skip what is stored, run, report. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs an experiment and writes its report.",
            "",
            "What is already done is not done again: a run that was stopped, or killed, goes on where it was. "
                    + "Every trial runs in a process of its own."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            defaultValue = "quick",
            description = "quick (default), classical, example, or the path of a YAML file.")
    private String experiment = "quick";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Run only the trials of these classifiers or protocols. The report says what is missing.")
    private List<String> only = List.of();

    @Option(names = "--force", description = "Forget what is stored of the trials to run, and run them again.")
    private boolean force;

    @Option(names = "--retry", description = "Run trials again that failed or exceeded a limit.")
    private boolean retry;

    @Option(names = "--dry-run", description = "Print the plan and a rough estimate of the time; run nothing.")
    private boolean dryRun;

    @Option(
            names = "--untimed",
            description = "Run all trials inside this process, without limits and even beside another run. "
                    + "For trying things out: its timings mean nothing.")
    private boolean untimed;

    @Mixin
    private Places places = new Places();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    @SuppressWarnings("try") // locks are held, not used
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Experiment chosen = Experiments.find(experiment);
        Preparation prepared = Preparation.of(chosen, places, commandLine());
        Plan plan = prepared.plan();
        List<Trial> trials = new TrialFilter(only).of(plan.trials());
        Path folder = results.of(chosen.id());
        if (dryRun) {
            List<RunRecord> stored = FolderStore.at(folder).all(plan);
            new DryRun(prepared, trials, stored).print(out);
            return ExitCode.OK;
        }
        FolderStore store = FolderStore.open(folder);
        try (RunLock lock = RunLock.ofStore(folder)) {
            store.sweep();
            store.putPlan(plan);
            forget(store, trials);
            run(prepared, trials, store, out);
        }
        Path page = Reporting.write(store, results.report(chosen.id()));
        out.println("Report: " + page.toUri());
        boolean failures = store.all(plan).stream().anyMatch(run -> !(run.outcome() instanceof Outcome.Completed));
        return failures ? ExitCode.TRIALS_FAILED : ExitCode.OK;
    }

    @SuppressWarnings("try") // locks are held, not used
    private void run(Preparation prepared, List<Trial> trials, FolderStore store, PrintWriter out) throws IOException {
        TimeEstimate estimate = new TimeEstimate(prepared.beats());
        store.all(prepared.plan()).forEach(estimate::learn);
        try (RunProgress progress = new RunProgress(out, estimate)) {
            if (untimed) {
                TrialRunner runner = new InProcessRunner(prepared.beats(), prepared.catalogue());
                new Harness(store, runner, progress).run(trials, Cancellation.NEVER);
            } else {
                TrialRunner runner = new ForkedRunner(
                        prepared.workplace(), prepared.experiment().limits());
                try (RunLock lock = RunLock.ofMachine()) {
                    new Harness(store, runner, progress).run(trials, Cancellation.NEVER);
                }
            }
        }
    }

    private void forget(FolderStore store, List<Trial> trials) throws IOException {
        for (Trial trial : trials) {
            boolean failed = retry
                    && store.find(trial)
                            .filter(run -> !(run.outcome() instanceof Outcome.Completed))
                            .isPresent();
            if (force || failed) {
                store.remove(trial);
            }
        }
    }

    /** The command that makes the same report again. */
    private String commandLine() {
        return BuildInfo.program() + " run " + experiment;
    }
}
