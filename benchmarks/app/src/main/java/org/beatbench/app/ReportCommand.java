package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.beatbench.harness.Workplace;
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
        description = {
            "Makes the report of an experiment again from its stored runs. Nothing is trained.",
            "",
            "Without --data it shows nobody's beats, but only means of at least 20 of them."
        })
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

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of the data sets, to show beats that were answered wrongly. Default: no single beat is shown.")
    private @Nullable Path data;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        FolderStore store = FolderStore.existing(results.of(experiment));
        ShownBeats shown = data == null
                ? ShownBeats.NONE
                : ShownBeats.load(store.plan(), plugins.catalogue(), new Workplace(data, plugins.path()));
        Path page = Reporting.write(store, out == null ? results.report(experiment) : out, shown);
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Report: " + page.toUri());
        return ExitCode.OK;
    }
}
