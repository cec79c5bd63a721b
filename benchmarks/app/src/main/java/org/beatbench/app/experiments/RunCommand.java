package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.options.ReportData;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.Comparison;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.publication.ReportForm;
import org.beatbench.reports.publication.ReportWriter;
import org.beatbench.reports.publication.ResultsIndex;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.FolderStore;
import org.beatbench.run.AuditJudgement;
import org.beatbench.run.ExperimentRun;
import org.beatbench.run.PreparedExperiment;
import org.beatbench.run.RunOptions;
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
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            defaultValue = "quick",
            completionCandidates = Experiments.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}, or the path of a YAML file. Default: quick.")
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

    @Option(
            names = "--dry-run",
            description =
                    "Print the plan and a rough estimate of the time, for which classifiers that were not run here yet are"
                            + " tried on a few beats for some seconds; run nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-leaks",
            description = "Go on although an audit failed. The report says so wherever the figures appear.")
    private boolean acceptLeaks;

    @Option(
            names = {"--untimed", "--in-process"},
            description = "Run all trials inside this process, without limits and even beside another run. "
                    + "For trying things out, or for a debugger: its timings mean nothing.")
    private boolean untimed;

    @Option(names = "--no-beats", description = ReportData.OPTION)
    private boolean withoutBeats;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.of(spec);
        String command = BuildInfo.commandLine(spec);
        Experiment chosen = Experiments.find(experiment);
        Path folder = results.of(chosen.id());
        PreparedExperiment prepared;
        ExperimentRun run;
        try (Interrupt.Work work = screen.interrupt().work()) {
            screen.interrupt().willSay(() -> "Stopped. Nothing was run yet; to begin again: " + command);
            prepared = places.prepare(chosen, command, screen, work);
            List<Trial> trials = new TrialFilter(only).of(prepared.trials());
            run = new ExperimentRun(prepared, trials, folder, new RunOptions(force, retry, untimed, acceptLeaks));
            if (dryRun) {
                screen.interrupt().willSay(() -> "Stopped. Nothing was run, as was asked for.");
                new DryRun(prepared, trials, run).print(out, screen, work);
                return ExitCode.OK;
            }
            try (RunProgress progress = new RunProgress(screen, out, run.estimate(UsualTimes.read()))) {
                screen.interrupt().willSay(() -> "Stopped. " + progress.kept() + " To go on: " + command);
                AuditJudgement judgement = run.run(progress, work);
                if (!judgement.allows()) {
                    out.println(
                            "Nothing was trained: figures measured on such a split mean something else than they seem to."
                                    + " Mend the data, take other protocols (--only), or go on with --accept-leaks, which the"
                                    + " report will show.");
                    return ExitCode.AUDIT_FAILED;
                }
            }
        }
        screen.interrupt()
                .willSay(() -> "Stopped. All trials are kept, but not all of the report; to make it: " + command);
        Optional<DisclosedBeats> shown =
                DisclosedBeats.of(prepared.beats(), withoutBeats ? Disclosure.MEANS : Disclosure.BEATS);
        FolderStore store = FolderStore.existing(folder);
        Comparison comparison = ReportWriter.read(store);
        Path page = ReportWriter.write(store, comparison, results.report(chosen.id()), ReportForm.USUAL, shown);
        out.println();
        out.println(VerdictText.of(comparison));
        ResultsIndex.write(results.folder());
        out.println("Report: " + page.toUri());
        return conclusion(run.failures(), out);
    }

    private static int conclusion(long failures, PrintWriter out) {
        if (failures == 0) {
            return ExitCode.OK;
        }
        out.println(failures + (failures == 1 ? " trial" : " trials")
                + " failed or exceeded a limit; the report says why. To run such trials again: add --retry");
        return ExitCode.TRIALS_FAILED;
    }
}
