package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.api.CancelledException;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.ForkedRunner;
import org.beatbench.harness.Harness;
import org.beatbench.harness.InProcessRunner;
import org.beatbench.harness.RunLock;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.harness.TrialRunner;
import org.beatbench.reports.Disclosure;
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
                    + "Every trial runs in a process of its own, but for the canaries, whose costs are not shown. First the splits are audited for leaks; an unexpected one "
                    + "ends the run before anything is trained."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            defaultValue = "quick",
            description =
                    "quick (default), classical, deep, standard, new-patients, full, example, or the path of a YAML file.")
    private String experiment = "quick";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Run only the trials of these classifiers or protocols. The report says what is missing.")
    private List<String> only = List.of();

    @Option(names = "--force", description = "Run trials again that are already done.")
    private boolean force;

    @Option(names = "--retry", description = "Run trials again that failed or exceeded a limit.")
    private boolean retry;

    @Option(names = "--dry-run", description = "Print the plan and a rough estimate of the time; run nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-leaks",
            description = "Go on although an audit failed. The report says so wherever the figures appear.")
    private boolean acceptLeaks;

    @Option(
            names = "--untimed",
            description = "Run all trials inside this process, without limits and even beside another run. "
                    + "For trying things out: its timings mean nothing.")
    private boolean untimed;

    @Option(names = "--no-beats", description = ShownBeats.OPTION)
    private boolean withoutBeats;

    @Mixin
    private Places places = new Places();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    @SuppressWarnings("try") // locks are held, not used
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Experiment chosen = Experiments.find(experiment);
        Preparation prepared = Preparation.of(chosen, places, BuildInfo.commandLine(spec));
        Plan plan = prepared.plan();
        List<Trial> trials = new TrialFilter(only).of(plan.trials());
        Path folder = results.of(chosen.id());
        if (dryRun) {
            List<RunRecord> stored = FolderStore.at(folder).all(plan).stream()
                    .filter(run -> !isToBeDoneAgain(run))
                    .toList();
            new DryRun(prepared, trials, stored).print(out);
            return ExitCode.OK;
        }
        FolderStore store = FolderStore.open(folder);
        try (RunLock writing = RunLock.ofStore(folder);
                RunLock timing = untimed
                        ? RunLock.NONE
                        : RunLock.ofMachine("wait until it ends, or add --untimed if timings do not matter")) {
            store.sweep();
            store.putPlan(plan);
            int ending = finish(prepared, trials, store, out);
            if (ending != ExitCode.OK) {
                return ending;
            }
        }
        ShownBeats shown = ShownBeats.of(prepared.beats(), withoutBeats ? Disclosure.MEANS : Disclosure.BEATS);
        Path page = Reporting.write(store, results.report(chosen.id()), ReportForm.USUAL, shown);
        out.println("Report: " + page.toUri());
        return conclusion(store.all(plan), out);
    }

    /** Runs the trials, unless their splits leak; returns an exit code other than OK if they did not all run. */
    private int finish(Preparation prepared, List<Trial> trials, FolderStore store, PrintWriter out)
            throws IOException {
        TimeEstimate estimate = new TimeEstimate(prepared.beats());
        store.all(prepared.plan()).forEach(estimate::learn);
        TrialRunner inside = new InProcessRunner(prepared.beats(), prepared.catalogue(), prepared.workplace());
        TrialRunner apart = untimed
                ? inside
                : new ForkedRunner(prepared.workplace(), prepared.experiment().limits());
        TrialRunner runner = (trial, bar, cancellation) ->
                (Canaries.include(trial.classifier().id()) ? inside : apart).run(trial, bar, cancellation);
        try (Interrupt interrupt = Interrupt.listen();
                RunProgress progress = new RunProgress(out, estimate)) {
            try {
                AuditGate gate = new AuditGate(store, trials, out);
                int threads = prepared.experiment().limits().threads();
                if (!gate.opens(prepared.beats(), threads, acceptLeaks, interrupt)) {
                    return ExitCode.AUDIT_FAILED;
                }
                new Harness(store, runner, progress).run(trials, this::isToBeDoneAgain, interrupt);
                return ExitCode.OK;
            } catch (CancelledException e) {
                out.println("Stopped. What was finished is kept, and the same command goes on from there.");
                return ExitCode.FAILURE;
            }
        }
    }

    private boolean isToBeDoneAgain(RunRecord run) {
        boolean failed = !(run.outcome() instanceof Outcome.Completed);
        boolean isCanary = Canaries.include(run.trial().classifier().id());
        boolean lacksTimes = !untimed && !run.environment().isTimed() && !isCanary;
        return force || retry && failed || lacksTimes;
    }

    private int conclusion(List<RunRecord> runs, PrintWriter out) {
        long failures = runs.stream()
                .filter(run -> !(run.outcome() instanceof Outcome.Completed))
                .count();
        if (failures == 0) {
            return ExitCode.OK;
        }
        out.println(failures + (failures == 1 ? " trial" : " trials")
                + " failed or exceeded a limit; the report says why. To run such trials again: add --retry");
        return ExitCode.TRIALS_FAILED;
    }
}
