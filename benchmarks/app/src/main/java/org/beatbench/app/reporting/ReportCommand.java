package org.beatbench.app.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.beatbench.api.UserError;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.options.ReportData;
import org.beatbench.app.options.StoredResults;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Screen;
import org.beatbench.harness.RunFolders;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.publication.ReportForm;
import org.beatbench.reports.publication.ReportWriter;
import org.beatbench.reports.publication.ResultsIndex;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.FolderStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench report}: the report again, from what is stored. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the report of an experiment again from its stored runs. Nothing is trained.",
            "",
            "With --data it also says what the data set is like, and shows beats that were answered wrongly. Otherwise it"
                    + " shows nobody's beats, but only means of at least 20 of them that were stored with the trials.",
            "",
            "Beside the page stand its numbers (results.csv) and, in figures/, each figure as an image, a drawing and data."
                    + " What the folder has of an earlier report is made anew as well, so that all in it is of one"
                    + " piece, and \"${ROOT-COMMAND-NAME} verify\" can make the same again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME} standard --open",
            "  ${COMMAND-FULL-NAME} standard --data data --no-beats         with the data described, and nobody's ECG in it",
            "  ${COMMAND-FULL-NAME} standard --format md --out summary      for a README or a pull request",
            "  ${COMMAND-FULL-NAME} standard --format json --out numbers    everything it says, for programs",
            "  ${COMMAND-FULL-NAME} standard --figures --out figures        every figure, and nothing else",
            "  ${COMMAND-FULL-NAME} standard --figures=ladder,confusion-* --width 8cm --out paper"
        })
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write to. Default: report/ in the experiment's result folder.")
    private @Nullable Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data sets. Default: the report shows nothing of the data.")
    private @Nullable Path data;

    @Option(names = "--no-beats", description = ReportData.OPTION)
    private boolean withoutBeats;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private StoredResults results = new StoredResults();

    @Override
    public Integer call() throws IOException {
        if (withoutBeats && data == null) {
            throw new UserError(
                    "--no-beats says how much of the data is shown, and there are none",
                    "name them with --data, or leave out --no-beats");
        }
        ReportForm form = options.form();
        Path folder = results.folder();
        FolderStore store = FolderStore.existing(folder);
        Disclosure disclosure = withoutBeats ? Disclosure.MEANS : Disclosure.BEATS;
        Optional<DisclosedBeats> shown = data == null
                ? Optional.empty()
                : ReportData.load(
                        store.plan(),
                        plugins.catalogue(),
                        new RunFolders(data, plugins.path()),
                        disclosure,
                        Screen.of(spec));
        Path first = ReportWriter.write(store, out == null ? folder.resolve("report") : out, form, shown);
        Optional<Path> listing = results.listing(folder);
        if (out == null && listing.isPresent()) {
            ResultsIndex.write(listing.get());
        }
        options.show("Report", first, spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
