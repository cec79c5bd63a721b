package org.beatbench.harness;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Classifier;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.calibration.Calibration;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.files.Aside;
import org.beatbench.files.FolderTree;
import org.beatbench.inquiry.Findings;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.inquiry.Interview;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.PluginFailure;
import org.beatbench.protocol.Split;
import org.beatbench.resampling.Resampling;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;

/**
 * One trial from split to answers. The classifier sees training and validation beats; the test beats come to it without
 * labels, once, and nothing it does with them flows back. Where an experiment makes inquiries, they come at the very end.
 */
final class TrialExecution {

    /** The stage before the first of which anybody hears. */
    static final String START = "start";

    private static final Set<String> STAGES = Set.of(
            START,
            "load",
            "split",
            "resampling",
            "create",
            "fit",
            "test",
            "validation",
            "single beats",
            "save",
            "close");

    private final Trial trial;
    private final TrialBeats trialBeats;
    private final Splits splits;
    private final Catalogue catalogue;
    private final PerturbedBeats perturbedBeats;
    private final EpochLog progress;
    private final Cancellation cancellation;
    private String stage = "split";

    TrialExecution(
            Trial trial,
            TrialBeats trialBeats,
            Splits splits,
            Catalogue catalogue,
            PerturbedBeats perturbedBeats,
            Progress progress,
            Cancellation cancellation) {
        this.trial = trial;
        this.trialBeats = trialBeats;
        this.splits = splits;
        this.catalogue = catalogue;
        this.perturbedBeats = perturbedBeats;
        this.progress = new EpochLog(progress);
        this.cancellation = cancellation;
    }

    /** Runs the trial. Whatever a stranger's classifier throws ends here as a result. */
    Outcome outcome() {
        try {
            try (Aside scratch = Aside.temporary()) {
                return completed(scratch.path());
            }
        } catch (CancelledException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            if (isOutOfMemory(e)) {
                return outOfMemory(stage, progress.epochs());
            }
            return failed(stage, e, progress.epochs());
        }
    }

    /** The outcome of a trial in which something was thrown. */
    static Outcome failed(String stage, Throwable thrown, List<Epoch> epochs) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        String message = thrown instanceof PluginFailure failure ? failure.reason() : PluginFailure.inWords(thrown);
        return new Outcome.Failed(stage, message, trace.toString(), epochs);
    }

    /** Whether this is the name of a stage that every trial, or an inquiry, goes through. */
    static boolean isStage(String name) {
        return STAGES.contains(name)
                || Inquiries.all().stream().anyMatch(inquiry -> inquiry.id().equals(name));
    }

    private Outcome completed(Path scratch) throws IOException {
        Beats dataset = trialBeats.of(trial.dataset());
        Split split = splits.of(trial);
        Selection validationRows = trial.validation() == ValidationUse.JOINED ? Selection.of() : split.validation();
        enter("resampling");
        Beats training = Resampling.of(trial.resampling()).apply(dataset.select(splits.training(trial)), trial.seed());
        Beats validation = dataset.select(validationRows);
        enter("create");
        Classifier classifier = catalogue
                .classifier(trial.classifier().id())
                .create(trial.classifier().settings());

        enter("fit");
        FitContext context = new FitContext(
                validation,
                trial.seed(),
                trial.threads(),
                Files.createDirectory(scratch.resolve("fit")),
                progress,
                cancellation);
        long fitStart = System.nanoTime();
        try (TrainedModel model = classifier.fit(training, context)) {
            Duration fit = since(fitStart);

            Beats test = dataset.select(split.test()).sealed();
            enter("test");
            long testStart = System.nanoTime();
            Predictions tested = model.predict(test);
            Duration wholeTest = since(testStart);
            Answers testAnswers = Answers.of(dataset, split.test(), tested);

            enter("validation");
            Answers validationAnswers = validation.isEmpty()
                    ? testAnswers.none()
                    : Answers.of(dataset, validationRows, model.predict(validation.sealed()));
            Temperature temperature =
                    Calibration.of(trial.calibration()).fit(validationAnswers.predictions(), labels(validation));

            enter("single beats");
            Latency latency = Latency.of(model, test, cancellation);

            enter("save");
            Path saved = Files.createDirectory(scratch.resolve("model"));
            model.save(saved);
            Costs costs = new Costs(
                    training.size(),
                    test.size(),
                    fit,
                    wholeTest,
                    latency.median(),
                    latency.percentile99(),
                    latency.beats(),
                    FolderTree.size(saved),
                    Machine.peakMemory());
            Outcome.Completed completed = new Outcome.Completed(
                            calibrated(validationAnswers, temperature), calibrated(testAnswers, temperature), costs)
                    .calibrated(temperature)
                    .after(progress.epochs());
            Interview interview = new Interview(
                    beats -> temperature.apply(model.predict(beats)),
                    completed.test().predictions(),
                    perturbedBeats.of(trial.dataset()),
                    trial.threads(),
                    (done, all) -> progress.advanced(stage, done, all),
                    cancellation);
            // Last of all, so that no cost is counted for it.
            for (String asked : trial.asked().keySet()) {
                completed = asked(Inquiries.of(asked), dataset, interview, completed);
            }
            enter("close");
            return completed;
        }
    }

    private <F extends Findings> Outcome.Completed asked(
            Inquiry<F> inquiry, Beats dataset, Interview interview, Outcome.Completed completed) throws IOException {
        enter(inquiry.id());
        return completed.with(inquiry, inquiry.ask(splits.scope(trial, inquiry, dataset), interview));
    }

    private static Answers calibrated(Answers answers, Temperature temperature) {
        return answers.with(temperature.apply(answers.predictions()));
    }

    private static int[] labels(Beats beats) {
        return IntStream.range(0, beats.size()).map(beats::label).toArray();
    }

    /** The outcome of a trial that ran out of memory. */
    static Outcome outOfMemory(String stage, List<Epoch> epochs) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return new Outcome.Stopped("needed more memory than the limit of " + megabytes + " MB, in " + stage, epochs);
    }

    private static boolean isOutOfMemory(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private void enter(String next) {
        cancellation.check();
        stage = next;
        progress.advanced(next, 0, 0);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
