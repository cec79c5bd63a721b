package org.beatbench.app.catalogue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.app.options.DatasetChoice;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Screen;
import org.beatbench.data.export.CsvExport;
import org.beatbench.data.export.KaggleExport;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench export}: beats as files for other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the beats of a data set as files for other tools.")
public final class ExportCommand implements Callable<Integer> {

    /** Forms of files. */
    enum Format {
        KAGGLE,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatasetChoice choice = new DatasetChoice();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "kaggle: mitbih_train.csv and mitbih_test.csv as published, no header, label last. "
                    + "csv (default): one file with named columns, record, subject and RR intervals.")
    private Format format = Format.CSV;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of the split and the order of rows. Default: 1.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        Screen screen = Screen.of(spec);
        KnownDataset<?> dataset = choice.dataset();
        Beats beats = choice.load(dataset, screen);
        choice.provenance(dataset, beats, spec.commandLine().getErr());
        PrintWriter terminal = spec.commandLine().getOut();
        try (BarProgress bar = BarProgress.named("Writing", screen)) {
            if (format == Format.KAGGLE) {
                Split split = Protocols.of("beats").splits(beats, seed).get(0);
                KaggleExport.write(beats, split.training().and(split.validation()), split.test(), out, seed, bar);
            } else {
                CsvExport.write(beats, out.resolve(dataset.info().id() + ".csv"), bar);
            }
        }
        terminal.println(beats.size() + " beats written to " + out);
        return ExitCode.OK;
    }
}
