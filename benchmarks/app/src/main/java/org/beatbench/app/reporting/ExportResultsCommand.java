package org.beatbench.app.reporting;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.beatbench.api.UserError;
import org.beatbench.app.options.StoredResults;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.export.TsmlResults;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench export-results}: answers as files for other tools. */
@Command(
        name = "export-results",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the stored answers of an experiment as files for other tools.",
            "",
            "A set of folds is written whole or not at all; where candidates competed, the one that validation chose."
        })
public final class ExportResultsCommand implements Callable<Integer> {

    /** Forms of files. */
    enum Format {
        TSML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "tsml: CLASSIFIER/Predictions/DATASET-PROTOCOL/testResampleN.csv, as tsml-eval and the tools"
                    + " around aeon read it; N counts the splits of all seeds.")
    private Format format = Format.TSML;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Mixin
    private StoredResults results = new StoredResults();

    @Override
    public Integer call() throws IOException {
        FolderStore store = FolderStore.existing(results.folder());
        Plan plan = store.plan();
        Comparison comparison = Comparison.of(plan, store.allRead(plan));
        if (!comparison.isAnythingComplete()) {
            throw new UserError(
                    "no classifier has completed a protocol in " + plan.experiment(),
                    "run the experiment to its end: beatbench run");
        }
        int files =
                switch (format) {
                    case TSML -> TsmlResults.write(comparison, out);
                };
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(files + " files written to " + out);
        return ExitCode.OK;
    }
}
