package org.beatbench.app.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.results.FolderStore;
import org.jspecify.annotations.Nullable;
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
        description = {
            "Shows how far experiments are: trials done, failed and missing.",
            "",
            "Of one experiment, how far each classifier is under each protocol: 4/5 are four trials done of five."
        })
public final class StatusCommand implements Callable<Integer> {

    /** What a program reads. The matrix is that of one experiment that was asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Status(
            String experiment,
            String title,
            int trials,
            int completed,
            List<String> failed,
            List<String> missing,
            @Nullable List<TrialMatrix.Cell> matrix) {

        static Status of(TrialMatrix trials, boolean whole) {
            return new Status(
                    trials.plan().experiment(),
                    trials.plan().title(),
                    trials.plan().trials().size(),
                    trials.completed(),
                    trials.failed(),
                    trials.missing(),
                    whole ? trials.cells() : null);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            description = "Name of one experiment that was run, or its result folder. Default: all.")
    private String experiment = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        boolean one = !experiment.isEmpty();
        List<TrialMatrix> all = new ArrayList<>();
        for (Path folder : one ? List.of(results.find(experiment)) : results.all()) {
            all.add(TrialMatrix.of(FolderStore.existing(folder)));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    Json.text(all.stream().map(trials -> Status.of(trials, one)).toList()));
        } else if (all.isEmpty()) {
            out.println("no results in " + results.folder() + "; start with: " + BuildInfo.program() + " run");
        } else {
            all.forEach(trials -> print(trials, one, out));
        }
        return ExitCode.OK;
    }

    private void print(TrialMatrix trials, boolean whole, PrintWriter out) {
        Screen screen = Screen.of(spec);
        out.println(screen.paint(Ink.HEADING, trials.plan().experiment()) + ": " + trials.completed() + " of "
                + trials.plan().trials().size() + " trials done"
                + (trials.failed().isEmpty() ? "" : ", " + trials.failed().size() + " failed")
                + (trials.missing().isEmpty() ? "" : ", " + trials.missing().size() + " missing"));
        if (whole) {
            out.println();
            new MatrixText(screen).lines(trials).forEach(out::println);
            out.println();
        }
        trials.failed().forEach(trial -> out.println(screen.paint(Ink.BAD, "  failed   ") + trial));
        if (!whole) {
            trials.missing().forEach(trial -> out.println("  missing  " + trial));
        } else if (!trials.missing().isEmpty()) {
            out.println("To run what is missing: " + trials.plan().command());
        } else if (!trials.failed().isEmpty()) {
            out.println("To run these again: " + trials.plan().command() + " --retry");
        } else {
            out.println("What came out: " + BuildInfo.program() + " show " + experiment);
        }
    }
}
