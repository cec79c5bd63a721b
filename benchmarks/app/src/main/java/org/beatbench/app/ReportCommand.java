package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.beatbench.results.FolderStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench report}: the report again, from what is stored. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Makes the report of an experiment again from its stored runs. Nothing is trained.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            defaultValue = "quick",
            description = "Name of an experiment that was run. Default: quick.")
    private String experiment = "quick";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write to. Default: report/ in the experiment's result folder.")
    private @Nullable Path out;

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        FolderStore store = FolderStore.existing(results.of(experiment));
        Path page = Reporting.write(store, out == null ? results.report(experiment) : out);
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Report: " + page.toUri());
        return ExitCode.OK;
    }
}
