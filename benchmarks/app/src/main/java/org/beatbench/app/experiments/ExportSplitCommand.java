package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.beatbench.api.DidYouMean;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.options.KnownIds;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Screen;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Splits;
import org.beatbench.protocol.Protocols;
import org.beatbench.run.PreparedExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench export-split}: the splits of an experiment as files, to learn from them elsewhere. */
@Command(
        name = "export-split",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the splits of an experiment as files, to train elsewhere.",
            "",
            "Each split has a folder PROTOCOL/seed-N/SPLIT with train.csv, validation.csv, test.csv, whose classes are not told, and"
                    + " manifest.json, which says what they are. Where the experiment compares several forms, FORM stands before"
                    + " PROTOCOL."
        })
public final class ExportSplitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "EXPERIMENT",
            completionCandidates = Experiments.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}, or the path of a YAML file.")
    private String experiment = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(
            names = "--protocol",
            split = ",",
            paramLabel = "PROTOCOL",
            completionCandidates = KnownIds.ProtocolIds.class,
            description = "Write the splits of these protocols only. Default: those of the experiment.")
    private List<String> protocols = List.of();

    @Option(names = "--force", description = "Replace splits that are there already.")
    private boolean force;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Override
    public Integer call() throws IOException {
        Experiment chosen = Experiments.find(experiment);
        protocols = protocols.stream().map(Protocols::current).toList();
        for (String protocol : protocols) {
            if (!chosen.protocols().contains(protocol)) {
                throw DidYouMean.unknown("protocol of this experiment", protocol, chosen.protocols());
            }
        }
        Screen screen = Screen.of(spec);
        int written;
        try (Interrupt.Work work = screen.interrupt().work()) {
            PreparedExperiment prepared = places.prepare(chosen, BuildInfo.commandLine(spec), screen, work);
            Map<Path, Trial> folders = folders(prepared);
            for (Path folder : folders.keySet()) {
                new SplitFolder(folder).requireFree(force);
            }
            Splits splits = new Splits(prepared.beats());
            for (Map.Entry<Path, Trial> one : folders.entrySet()) {
                Trial trial = one.getValue();
                try (BarProgress bar =
                        BarProgress.named(out.relativize(one.getKey()).toString(), screen)) {
                    new SplitFolder(one.getKey())
                            .write(
                                    chosen.id(),
                                    trial,
                                    splits.of(trial),
                                    prepared.trialBeats().of(trial.dataset()),
                                    bar,
                                    work);
                }
            }
            written = folders.size();
        }
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println((written == 1 ? "1 split" : written + " splits") + " written to " + out);
        return ExitCode.OK;
    }

    /** Where each split is to stand, and one of its trials, which knows how to divide. */
    private Map<Path, Trial> folders(PreparedExperiment prepared) {
        List<DatasetUse> uses =
                prepared.trials().stream().map(Trial::dataset).distinct().toList();
        List<String> forms = prepared.experiment().forms();
        Map<Path, Trial> folders = new LinkedHashMap<>();
        for (Trial trial : prepared.trials()) {
            if (protocols.isEmpty() || protocols.contains(trial.protocolId())) {
                // Trials take the forms in the order of the experiment.
                Path form = forms.size() < 2 ? out : out.resolve(forms.get(uses.indexOf(trial.dataset())));
                folders.putIfAbsent(
                        form.resolve(trial.protocolId())
                                .resolve("seed-" + trial.seed())
                                .resolve(trial.split()),
                        trial);
            }
        }
        return folders;
    }
}
