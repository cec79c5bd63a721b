package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.experiment.Trial;
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

/** {@code beatbench status}: how far stored experiments are. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how far experiments are: trials done, failed and missing.")
public final class StatusCommand implements Callable<Integer> {

    /** How far one experiment is. */
    private record Status(
            String experiment, String title, int trials, int completed, List<String> failed, List<String> missing) {

        static Status of(Path folder) throws IOException {
            FolderStore store = FolderStore.existing(folder);
            Plan plan = store.plan();
            List<RunRecord> runs = store.all(plan.trials());
            List<Trial> stored = runs.stream().map(RunRecord::trial).toList();
            List<String> failed = runs.stream()
                    .filter(run -> !(run.outcome() instanceof Outcome.Completed))
                    .map(run -> run.trial().inWords())
                    .toList();
            List<String> missing = plan.trials().stream()
                    .filter(trial -> !stored.contains(trial))
                    .map(Trial::inWords)
                    .toList();
            return new Status(
                    plan.experiment(),
                    plan.title(),
                    plan.trials().size(),
                    runs.size() - failed.size(),
                    failed,
                    missing);
        }

        void print(PrintWriter out) {
            out.println(experiment + ": " + completed + " of " + trials + " trials done"
                    + (failed.isEmpty() ? "" : ", " + failed.size() + " failed")
                    + (missing.isEmpty() ? "" : ", " + missing.size() + " missing"));
            failed.forEach(trial -> out.println("  failed   " + trial));
            missing.forEach(trial -> out.println("  missing  " + trial));
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "Name of one experiment. Default: all.")
    private String experiment = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        List<Status> all = new ArrayList<>();
        for (Path folder : experiment.isEmpty() ? results.all() : List.of(results.of(experiment))) {
            all.add(Status.of(folder));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(all));
        } else if (all.isEmpty()) {
            out.println("no results in " + results.folder() + "; start with: beatbench run");
        } else {
            all.forEach(status -> status.print(out));
        }
        return ExitCode.OK;
    }
}
