package org.beatbench.app.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.app.options.DatasetSource;
import org.beatbench.app.options.KnownIds;
import org.beatbench.app.options.ProvenanceText;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.options.ThreadCount;
import org.beatbench.app.progress.StepProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.calibration.Calibration;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.harness.LoadedDataset;
import org.beatbench.harness.ModelTraining;
import org.beatbench.harness.TrainingOrder;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelDraft;
import org.beatbench.onnx.OnnxExport;
import org.beatbench.onnx.OnnxTwins;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.protocol.Protocols;
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
            arity = "0..1",
            paramLabel = "CLASSIFIER",
            completionCandidates = KnownIds.ClassifierIds.class,
            description = "Id of a classifier; see ${ROOT-COMMAND-NAME} list. Left out with --from.")
    private String classifier = "";

    @Option(
            names = "--from",
            paramLabel = "EXPERIMENT/KEY",
            description =
                    "Keep the model of a trial that was run: it is trained again as it was then, and its answers to the test beats are "
                            + "compared with the stored ones. The beginning of a key will do; with the experiment alone, keys are listed.")
    private @Nullable String from;

    @Mixin
    private ResultsFolder results = new ResultsFolder();

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
            names = "--calibration",
            paramLabel = "ID",
            completionCandidates = KnownIds.CalibrationIds.class,
            defaultValue = "none",
            description =
                    "What is done to its probabilities afterwards: none (default), or temperature, by which they are right more often "
                            + "as they say; that needs validation beats, which are then kept from the training.")
    private String calibration = "none";

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

    @Option(
            names = "--no-examples",
            description =
                    "Keep none of the beats learned from beside the model, which otherwise are up to 200 of each class, with the names "
                            + "of their records and subjects. Then nobody can tell whether a new beat is unlike them.")
    private boolean withoutExamples;

    @Option(names = "--force", description = "Replace a model that is there already.")
    private boolean force;

    @Option(
            names = "--onnx",
            description =
                    "Save an ONNX graph with it that ONNX Runtime answers alike with; see ${ROOT-COMMAND-NAME} export-onnx.")
    private boolean onnx;

    @Option(names = "--json", description = "Print the card as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (from != null) {
            requireNothingElse();
            return train(TrialModel.find(from, results));
        }
        if (classifier.isEmpty()) {
            throw new UserError("nothing says what to train", "name a classifier, or a trial with --from");
        }
        Catalogue catalogue = source.catalogue();
        KnownDataset<?> dataset = catalogue.dataset(datasetId);
        dataset.check(source.settings());
        TrainingOrder order = new TrainingOrder(
                catalogue.classifier(classifier),
                settings,
                protocol.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TrainingOrder.Division.first(Protocols.of(protocol))),
                Resampling.of(resampling),
                Calibration.of(calibration),
                seed,
                ThreadCount.of(threads, Runtime.getRuntime().availableProcessors()),
                !withoutExamples,
                BuildInfo.commandLine(spec));
        return train(order, dataset, source.settings(), Optional.empty());
    }

    /** What a trial says cannot be said otherwise. */
    private void requireNothingElse() {
        List<String> said = Stream.of(
                        "--setting",
                        "--dataset",
                        "--set",
                        "--protocol",
                        "--resampling",
                        "--calibration",
                        "--seed",
                        "--threads")
                .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option))
                .toList();
        if (!classifier.isEmpty() || !said.isEmpty()) {
            throw new UserError(
                    "--from says all of how to train, and so does " + (said.isEmpty() ? classifier : said.get(0)),
                    "leave out one of them");
        }
    }

    private int train(TrialModel trial) throws IOException {
        Catalogue catalogue = source.catalogue();
        DatasetUse use = trial.trial().dataset();
        TrainingOrder order = trial.order(catalogue, !withoutExamples, BuildInfo.commandLine(spec));
        return train(order, catalogue.dataset(use.id()), use.settings(), Optional.of(trial));
    }

    private int train(TrainingOrder order, KnownDataset<?> dataset, Map<String, String> set, Optional<TrialModel> trial)
            throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        PrintWriter lines = json ? spec.commandLine().getErr() : terminal;
        ModelCard card;
        Optional<String> compared;
        Screen screen = Screen.of(spec);
        screen.interrupt().willSay(() -> "Stopped. Nothing was saved.");
        try (Interrupt.Work work = screen.interrupt().work();
                ModelDraft draft = ModelDraft.of(out, force)) {
            work.orElse(draft::close);
            if (onnx) {
                draft.with(new OnnxTwins(OnnxExport.USUAL_OPSET));
            }
            try (StepProgress steps = StepProgress.to(screen, lines, true)) {
                LoadedDataset data = load(dataset, set, steps, work, lines);
                trial.ifPresent(one -> requireSame(one, dataset.use(set, data.beats())));
                steps.begin("Training " + order.classifier().info().name());
                ModelTraining training = new ModelTraining(order, data, steps, work);
                card = training.into(draft);
                compared = trial.flatMap(one -> training.tested().map(one::compared));
            }
        }
        if (json) {
            terminal.println(Json.text(card));
        } else {
            new CardText(terminal).print(card);
            compared.ifPresent(terminal::println);
            terminal.println("Saved in " + out + "; use it with: " + BuildInfo.program() + " predict "
                    + CardText.place(out) + " FILE");
        }
        return ExitCode.OK;
    }

    private static void requireSame(TrialModel trial, DatasetUse here) {
        if (!here.equals(trial.trial().dataset())) {
            throw new UserError(
                    "the beats of " + here.id() + " are not those that trial "
                            + trial.trial().key() + " was run with",
                    "name the folder of the same data with --data");
        }
    }

    private LoadedDataset load(
            KnownDataset<?> dataset, Map<String, String> set, StepProgress steps, Cancellation work, PrintWriter lines)
            throws IOException {
        steps.begin("Loading " + dataset.info().id());
        Beats beats = source.load(dataset, set, steps, work);
        Provenance provenance = source.provenance(dataset, set, steps, work);
        if (beats.isEmpty()) {
            throw dataset.withoutBeats(provenance);
        }
        LoadedDataset loaded = new LoadedDataset(dataset, set, beats, provenance);
        steps.close();
        ProvenanceText.warnings(provenance).forEach(spec.commandLine().getErr()::println);
        lines.println(dataset.info().name() + ": " + beats);
        lines.flush();
        return loaded;
    }
}
