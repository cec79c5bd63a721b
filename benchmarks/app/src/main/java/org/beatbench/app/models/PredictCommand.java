package org.beatbench.app.models;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.options.ThreadCount;
import org.beatbench.app.progress.StepProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.kaggle.RowForm;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelFolder;
import org.beatbench.models.PartScore;
import org.beatbench.models.TrainingExamples;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.plugins.PluginFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench predict}: what a saved model says of new beats. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Answers the beats in a file with a model that ${ROOT-COMMAND-NAME} train saved: a class and probabilities for each.",
            "",
            "A row of the file is one beat, made as those that the model learned from (${ROOT-COMMAND-NAME} describe MODEL tells how): its "
                    + "samples, separated by commas, with zeros after its end. A first line with the names of columns is passed "
                    + "over. Rows of another width, or with values that those beats cannot have, are refused. A row does not "
                    + "hold the times between beats; a model that wants to know these is told that they are unknown.",
            "",
            "Or the file is a recording: EDF or BDF, a WFDB record (its .hea, or its name without an ending), or a CSV file with a "
                    + "column for each lead. Its beats are those that are marked, in it or in a file beside it, such as 100.atr or "
                    + "100_annotations.csv with columns sample or time and perhaps symbol; where nobody marked them, or with "
                    + "--detect, they are found (a CSV file without marks is taken for a recording with --detect only). They are cut "
                    + "as those that the model learned from, at 120 samples a second; the last has no answer, since a beat ends by the "
                    + "next. Not a medical device.",
            "",
            "The answer is CSV: row (from 1), class, and a column p:CLASS with the probability of each class; for beats of a recording "
                    + "also their place, the class that comes second, and flags: unsure (its class has a probability below 0.8), "
                    + "unlike (the training beats kept with the model), noisy (the signal around), first (no beat before), flat. A row that is flat, in which the signal does not move, cannot be judged: its class and probabilities are empty. If any row of a file "
                    + "is wrong, none is answered; what comes through a pipe is answered as it comes, up to a wrong row."
        })
public final class PredictCommand implements Callable<Integer> {

    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "Saved model, a folder or a zip.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "CSV file with the beats, plain or gzipped, or - for standard input; or a recording.")
    private String file = "";

    @Option(
            names = "--labelled",
            description =
                    "The last column is the label, a whole number that counts the classes from 0 as in the published "
                            + "MIT-BIH files, or the marks of a recording say the class: tell how well the model does. Says something only of beats that it has not learned from.")
    private boolean labelled;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Samples a second of the rows: refuse them if the model learned from beats of another rate. "
                    + "Of a recording in a CSV file without a column of times: its own.")
    private @Nullable Double rate;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write to, in place of one of that name. Default: standard output.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            description = "Write one JSON document instead of CSV; with --labelled the scores are in it.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "Threads to answer with. Default: as many as the model was trained with.")
    private @Nullable Integer threads;

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            defaultValue = "own",
            description =
                    "What computes: own (default), the code that trained the model, or onnx, ONNX Runtime: by the "
                            + "graph in the model or, where there is none, by one that is made and compared first.")
    private AnsweringRuntime runtime = AnsweringRuntime.OWN;

    @Mixin
    private RecordingOptions recordings = new RecordingOptions();

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Override
    public Integer call() throws IOException {
        try (ModelFolder folder = ModelFolder.open(model)) {
            return answer(folder);
        }
    }

    private int answer(ModelFolder folder) throws IOException {
        ModelCard card = folder.card();
        int used = ThreadCount.of(threads, card.training().threads());
        KnownClassifier<?> classifier = folder.classifier(plugins.catalogue());
        PrintWriter terminal = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Screen screen = Screen.of(spec);
        folder.warnings(classifier).forEach(warning -> err.println("warning: " + warning));
        recordings.requireApart(out);
        BeatSource source = source(card, screen);
        Optional<PartScore> scores;
        screen.interrupt().willSay(() -> out == null ? "Stopped." : "Stopped. " + out + " was not written.");
        try (Interrupt.Work work = screen.interrupt().work();
                AnswerTarget target = AnswerTarget.of(out, source, answersUnasked() ? NOWHERE : terminal)) {
            work.orElse(target::discard);
            try (StepProgress steps = StepProgress.to(
                    screen,
                    err,
                    out != null || answersUnasked() || !screen.terminal().out())) {
                steps.begin("Checking rows");
                long rows = source.check(steps, work);
                steps.begin("Loading the model");
                try (TrainedModel loaded = runtime.load(folder, classifier, used)) {
                    steps.begin("Answering");
                    Optional<RecordingFile.Cut> cut = cut(source);
                    Optional<TrainingExamples> examples = cut.isPresent() ? folder.examples() : Optional.empty();
                    BeatFlags flags = cut.map(one -> BeatFlags.of(one.recording(), examples, used))
                            .orElseGet(BeatFlags::ofRows);
                    Answering answering = new Answering(source, beats -> answers(loaded, beats), flags);
                    scores = answer(answering, card, examples, rows, target, steps, work);
                }
                target.publish();
            }
        }
        if (!json) {
            scores.ifPresent(score -> new CardText(out == null ? err : terminal).print(score, ""));
        }
        return ExitCode.OK;
    }

    /** Whether the answers themselves are written nowhere. */
    private boolean answersUnasked() {
        return recordings.insteadOfAnswers() && out == null && !json;
    }

    private static Optional<RecordingFile.Cut> cut(BeatSource source) {
        return source instanceof RecordingBeats beats ? Optional.of(beats.cut()) : Optional.empty();
    }

    private Optional<PartScore> answer(
            Answering answering,
            ModelCard card,
            Optional<TrainingExamples> examples,
            long rows,
            AnswerTarget target,
            StepProgress steps,
            Cancellation work)
            throws IOException {
        Optional<RecordingFile.Cut> cut = cut(answering.source());
        AnswerFormat format = json
                ? AnswersJson.begin(target.writer(), card, cut)
                : AnswersCsv.begin(
                        target.writer(),
                        card.beats().classes(),
                        answering.source().positionRate());
        List<Answering.Listener> listeners = new ArrayList<>(List.of(format::add));
        LabelCount count = new LabelCount(card.beats().classes());
        if (labelled) {
            listeners.add(count::add);
        }
        Optional<BeatLooks> looks =
                recordings.forPage() ? Optional.of(new BeatLooks(answering.model(), examples)) : Optional.empty();
        Optional<RecordingAnswers> recording = cut.map(one -> new RecordingAnswers(one, card, looks));
        recording.ifPresent(all -> listeners.add(all::add));
        answering.tell(listeners, "row", rows, steps, work);
        Optional<PartScore> scores = labelled ? Optional.of(count.score()) : Optional.empty();
        List<SummaryLine> summary =
                recordings.summary() ? recording.map(RecordingAnswers::summary).orElseGet(List::of) : List.of();
        format.end(scores, summary);
        if (recording.isPresent()) {
            write(recording.get(), steps);
        }
        answering.flags().warning().ifPresent(warning -> {
            steps.close();
            spec.commandLine().getErr().println("warning: " + warning + (labelled ? "; not counted" : ""));
        });
        if (!summary.isEmpty() && !json) {
            steps.close();
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(SummaryText.of(file + ", by " + card.name() + ". Not a medical device.", summary)
                    .text());
            terminal.flush();
        }
        return scores;
    }

    /** Writes what is wanted of a recording beside its answers. */
    private void write(RecordingAnswers recording, StepProgress steps) throws IOException {
        recordings.write(recording);
        Optional<Path> page =
                recordings.writePage(recording, Path.of(file).getFileName().toString(), BuildInfo.commandLine(spec));
        if (page.isPresent()) {
            steps.close();
            // Where the answers go to standard output, nothing else may.
            PrintWriter told = json && out == null
                    ? spec.commandLine().getErr()
                    : spec.commandLine().getOut();
            told.println("Page: " + page.get().toUri());
            told.flush();
        }
    }

    /** What is saved may be numbers all right, and yet so large that nothing comes of them. */
    private Predictions answers(TrainedModel loaded, Beats beats) {
        try {
            return loaded.predict(beats);
        } catch (PluginFailure e) {
            if (!e.isBuiltIn() || !(e.getCause() instanceof IllegalArgumentException unsound)) {
                throw e;
            }
            throw new UserError(
                    model + " gives answers that are none: " + unsound.getMessage(),
                    "get the whole folder again from where it came, or train the model again");
        }
    }

    private BeatSource source(ModelCard card, Screen screen) throws IOException {
        Optional<RecordingFile> recording = recordings.recording(file, rate == null ? 0 : rate);
        if (recording.isPresent()) {
            return beats(recording.get(), card, screen);
        }
        checkRate(card.beats());
        return RowSource.of(file, form(card.beats()), rowHint(card.beats()));
    }

    private BeatSource beats(RecordingFile recording, ModelCard card, Screen screen) throws IOException {
        BeatForm form = card.beats();
        RecordingBeats.requireAnswered(card, model.toString());
        if (labelled && !form.classes().equals(BeatClass.names())) {
            throw new UserError(
                    "the marks of a recording are of the classes " + String.join(" ", BeatClass.names())
                            + ", and the model answers " + String.join(" ", form.classes()),
                    "leave out --labelled");
        }
        PrintWriter err = spec.commandLine().getErr();
        RecordingFile.Cut cut;
        try (Interrupt.Work work = screen.interrupt().work();
                StepProgress steps = StepProgress.to(screen, err, true)) {
            steps.begin("Reading " + file);
            cut = recordings.cut(recording, card, labelled, steps, work);
        }
        Recording read = cut.recording();
        read.warnings().forEach(warning -> err.println("warning: " + file + ": " + warning));
        err.println("note: " + file + ": beats of " + read.leads().kept().get(0).inWords() + ", recorded at "
                + Numbers.plain(read.rate()) + " samples a second"
                + (read.rate() % BeatCutter.RECORDING_RATE == 0 ? "" : " and resampled")
                + (cut.found() ? "; its " + read.annotations().size() + " beats were found, not marked" : ""));
        recordings.strangeLead(read, card).ifPresent(warning -> err.println("warning: " + file + ": " + warning));
        return new RecordingBeats(recording, cut);
    }

    private RowForm form(BeatForm beats) {
        return new RowForm(beats.columns(), beats.classes(), labelled, beats.scaled());
    }

    private String rowHint(BeatForm beats) throws IOException {
        return "a row is " + CardText.sentence(beats) + " with zeros after its end"
                + (labelled ? ", and its label" : "") + "; " + BuildInfo.program() + " describe "
                + CardText.place(model)
                + " tells how it is made" + signalHint(beats);
    }

    /** A table of more lines than a beat has samples may be a signal that nobody marked. */
    private String signalHint(BeatForm beats) throws IOException {
        return file.endsWith(".csv") && hasMoreLinesThan(beats.length())
                ? "; if this is a signal, put its marks beside it, such as "
                        + file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.csv$", "_annotations.csv")
                : "";
    }

    private boolean hasMoreLinesThan(int count) throws IOException {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            int lines = 0;
            for (int next = in.read(); next >= 0 && lines <= count; next = in.read()) {
                lines += next == '\n' ? 1 : 0;
            }
            return lines > count;
        }
    }

    private void checkRate(BeatForm beats) {
        Double known = beats.rate();
        if (rate == null) {
            return;
        }
        if (known == null) {
            throw new UserError(
                    "--rate " + Numbers.plain(rate)
                            + " cannot be checked: nobody knows at how many samples a second the model's"
                            + " beats were recorded",
                    "leave out --rate, and see to it that the rows are made as those were");
        }
        if (!known.equals(rate)) {
            throw new UserError(
                    "the rows have " + Numbers.plain(rate) + " samples a second, and the model learned from beats with "
                            + Numbers.plain(known),
                    "bring them to " + Numbers.plain(known) + " samples a second before they are scaled and padded");
        }
    }
}
