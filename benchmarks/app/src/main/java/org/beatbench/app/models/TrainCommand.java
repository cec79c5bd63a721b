package org.beatbench.app.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Provenance;
import org.beatbench.app.options.DatasetSource;
import org.beatbench.app.options.KnownIds;
import org.beatbench.app.options.ProvenanceText;
import org.beatbench.app.options.ThreadCount;
import org.beatbench.app.progress.StepProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.harness.LoadedDataset;
import org.beatbench.harness.ModelTraining;
import org.beatbench.harness.TrainingOrder;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelDraft;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.resampling.Resampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench train}: one model, to be kept and used. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains one model and saves it in a folder or a zip, with a card that says what it is; ${ROOT-COMMAND-NAME} predict uses it.",
            "",
            "Without --protocol it learns from all beats. Of these, a classifier that chooses by validation beats "
                    + "(${ROOT-COMMAND-NAME} describe tells) is kept from about an eighth of the subjects where subjects are known, else from a tenth "
                    + "of the beats of every class; their scores stand on the card, and flatter. To compare classifiers use "
                    + "${ROOT-COMMAND-NAME} run."
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "CLASSIFIER",
            completionCandidates = KnownIds.ClassifierIds.class,
            description = "Id of a classifier; see ${ROOT-COMMAND-NAME} list.")
    private String classifier = "";

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "A setting of the classifier; see ${ROOT-COMMAND-NAME} describe. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--dataset",
            paramLabel = "ID",
            completionCandidates = KnownIds.DatasetIds.class,
            defaultValue = "mitdb",
            description = "Id of the data set to learn from. Default: mitdb.")
    private String datasetId = "mitdb";

    @Mixin
    private DatasetSource source = new DatasetSource();

    @Option(
            names = "--protocol",
            paramLabel = "ID",
            completionCandidates = KnownIds.ProtocolIds.class,
            defaultValue = "",
            description =
                    "Learn from the training part of this protocol only (beats, patients, ds1-ds2; of several folds the "
                            + "first), and put the scores on its test part on the card.")
    private String protocol = "";

    @Option(
            names = "--resampling",
            paramLabel = "ID",
            completionCandidates = KnownIds.ResamplingIds.class,
            defaultValue = "none",
            description = "What is done to the training beats first: none (default), over, under, smote.")
    private String resampling = "none";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of division, resampling and fit. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "Threads for the fit, and later for predictions. Default: one for each processor.")
    private @Nullable Integer threads;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            required = true,
            description = "Folder to save the model in or, if it ends with .zip, the one file.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace a model that is there already.")
    private boolean force;

    @Option(names = "--json", description = "Print the card as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = source.catalogue();
        KnownDataset<?> dataset = catalogue.dataset(datasetId);
        dataset.check(source.settings());
        TrainingOrder order = new TrainingOrder(
                catalogue.classifier(classifier),
                settings,
                protocol,
                Resampling.of(resampling),
                seed,
                ThreadCount.of(threads, Runtime.getRuntime().availableProcessors()),
                BuildInfo.commandLine(spec));
        PrintWriter terminal = spec.commandLine().getOut();
        PrintWriter lines = json ? spec.commandLine().getErr() : terminal;
        ModelCard card;
        Screen screen = Screen.of(spec);
        screen.interrupt().willSay(() -> "Stopped. Nothing was saved.");
        try (Interrupt.Work work = screen.interrupt().work();
                ModelDraft draft = ModelDraft.of(out, force)) {
            work.orElse(draft::close);
            try (StepProgress steps = StepProgress.to(screen, lines, true)) {
                LoadedDataset data = load(dataset, steps, work, lines);
                steps.begin("Training " + order.classifier().info().name());
                card = new ModelTraining(order, data, steps, work).into(draft);
            }
        }
        if (json) {
            terminal.println(Json.text(card));
        } else {
            new CardText(terminal).print(card);
            terminal.println("Saved in " + out + "; use it with: " + BuildInfo.program() + " predict "
                    + CardText.place(out) + " FILE");
        }
        return ExitCode.OK;
    }

    private LoadedDataset load(KnownDataset<?> dataset, StepProgress steps, Cancellation work, PrintWriter lines)
            throws IOException {
        steps.begin("Loading " + datasetId);
        Beats beats = source.load(dataset, steps, work);
        Provenance provenance = source.provenance(dataset, steps, work);
        if (beats.isEmpty()) {
            throw dataset.withoutBeats(provenance);
        }
        LoadedDataset loaded = new LoadedDataset(dataset, source.settings(), beats, provenance);
        steps.close();
        ProvenanceText.warnings(provenance).forEach(spec.commandLine().getErr()::println);
        lines.println(dataset.info().name() + ": " + beats);
        lines.flush();
        return loaded;
    }
}
