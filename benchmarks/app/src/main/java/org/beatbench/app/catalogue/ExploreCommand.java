package org.beatbench.app.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.api.Provenance;
import org.beatbench.app.options.DatasetChoice;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.reporting.ReportOptions;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Screen;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.reports.Report;
import org.beatbench.reports.explore.ExplorationReport;
import org.beatbench.reports.publication.ReportWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench explore}: what a data set is, before anything is learned from it. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description =
                "Shows a data set on one page: counts by class and subject, mean beats, lengths, near-duplicates, PCA.")
public final class ExploreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatasetChoice choice = new DatasetChoice();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write to. Default: explore-DATASET in the result folder.")
    private @Nullable Path out;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        KnownDataset<?> dataset = choice.dataset();
        Beats beats = choice.load(dataset, Screen.of(spec));
        Provenance provenance =
                choice.provenance(dataset, beats, spec.commandLine().getErr());
        Report report = ExplorationReport.of(
                dataset.info(),
                choice.rate(dataset),
                choice.settings(dataset),
                provenance.assumptions(),
                beats,
                BuildInfo.commandLine(spec));
        Path folder = out == null ? results.of("explore-" + dataset.info().id()) : out;
        Path page = ReportWriter.write(report, folder, options.form());
        options.show("Page", page, spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
