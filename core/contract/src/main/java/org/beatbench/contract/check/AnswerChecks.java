package org.beatbench.contract.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;

/** How a model answers, and that it does so again after it was saved. */
final class AnswerChecks {

    /** Not to the last bit: sums over a batch may be formed in another order. */
    private static final float CLOSE = 1e-4f;

    private static final int THREADS = 4;

    static final List<Check<ClassifierSubject>> ALL = List.of(
            Check.error(
                    "fits",
                    "fits a model of a few beats",
                    "see what it threw; a class that is missing belongs beside the jar",
                    subject -> {
                        subject.fitModel();
                    }),
            Check.error("predicts", "answers beats", "see what predict threw", AnswerChecks::predicts),
            Check.error(
                    "answers-in-probabilities",
                    "gives each class of each beat a probability, which sum to 1",
                    "give Predictions.of one row for each beat, 0 to 1, that sums to 1; mind divisions by zero",
                    AnswerChecks::answersInProbabilities),
            Check.error(
                    "repeats-answers",
                    "gives the same answers for the same beats, seed and threads",
                    "take all chance from FitContext.seed(), and sum up in a fixed order",
                    AnswerChecks::repeatsAnswers),
            Check.error(
                    "leaves-beats-alone",
                    "changes neither training beats nor those it is asked about",
                    "work on copies: Rows.row and Rows.toArray give such",
                    AnswerChecks::leavesBeatsAlone),
            Check.error(
                    "needs-no-labels",
                    "answers the same whether beats come with their labels or without",
                    "do not look at labels, symbols or subjects in predict",
                    subject -> Expect.equal(
                            subject.model().predict(ClassifierSubject.asked()),
                            subject.answers(),
                            "answers for beats that come with labels")),
            Check.error(
                    "answers-each-beat-for-itself",
                    "answers a beat alone as it does among others",
                    "keep nothing between beats; normalise by the training beats, not by those asked about",
                    AnswerChecks::answersEachBeatForItself),
            Check.error(
                    "answers-nothing-to-nothing",
                    "gives no answers for no beats",
                    "let predict return Predictions of no rows",
                    subject -> Expect.equal(
                            subject.model()
                                    .predict(ClassifierSubject.asked().select(Selection.of()))
                                    .size(),
                            0,
                            "answers for no beats")),
            Check.error(
                    "answers-several-threads",
                    "answers four threads at once as it answers one",
                    "keep no working memory in the model; if the library cannot, synchronize predict",
                    AnswerChecks::answersSeveralThreads),
            Check.error(
                    "saves",
                    "saves its model as files in the folder it is given",
                    "write all that load needs into the folder",
                    subject -> saved(subject)),
            Check.error(
                    "loads-what-it-saved",
                    "answers the same after saving and loading",
                    "save every number that predict uses, at full precision",
                    AnswerChecks::loadsWhatItSaved),
            Check.error(
                    "refuses-to-load-no-model",
                    "throws an IOException where there is no model",
                    "read a file that save always writes, and throw IOException if it is not there",
                    AnswerChecks::refusesToLoadNoModel));

    private AnswerChecks() {}

    private static void predicts(ClassifierSubject subject) {
        TrainedModel model = subject.model();
        try {
            Expect.that(model.predict(ClassifierSubject.asked().sealed()) != null, "predict answered null");
        } catch (IllegalArgumentException e) {
            if (!isOfPredictions(e)) {
                throw e;
            }
        }
    }

    private static boolean isOfPredictions(IllegalArgumentException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals(Predictions.class.getName());
    }

    private static void answersInProbabilities(ClassifierSubject subject) {
        Beats asked = ClassifierSubject.asked();
        Predictions answers;
        try {
            answers = subject.model().predict(asked.sealed());
        } catch (RuntimeException e) {
            if (e instanceof IllegalArgumentException refusal && isOfPredictions(refusal)) {
                throw new Broken(String.valueOf(e.getMessage()), e);
            }
            throw new NotApplicable("there are no answers, because predict fails (predicts)");
        }
        Expect.equal(answers.size(), asked.size(), "rows, one for each beat");
        Expect.equal(answers.classes(), asked.classes().size(), "columns, one for each class");
    }

    private static void repeatsAnswers(ClassifierSubject subject) {
        Predictions first = subject.answers();
        Expect.equal(
                subject.answers(ToyBeats.noisy()), first, "answers after a second fit with the same beats and seed");
        Expect.equal(
                subject.model().predict(ClassifierSubject.asked().sealed()),
                first,
                "answers of the same model when it is asked again");
    }

    private static void leavesBeatsAlone(ClassifierSubject subject) {
        subject.model();
        Beats training = ToyBeats.noisy().draw(ClassifierSubject.SEED);
        Beats asked = ClassifierSubject.asked();
        try (TrainedModel model = subject.fit(training)) {
            model.predict(asked);
        }
        Expect.equal(training, ToyBeats.noisy().draw(ClassifierSubject.SEED), "training beats after the fit");
        Expect.equal(asked, ClassifierSubject.asked(), "beats that were asked about, after the answer");
    }

    private static void answersEachBeatForItself(ClassifierSubject subject) {
        Beats asked = ClassifierSubject.asked().sealed();
        Predictions together = subject.answers();
        for (int row = 0; row < asked.size(); row += 7) {
            Predictions alone = subject.model().predict(asked.select(Selection.of(row)));
            Expect.equal(alone.size(), 1, "answers for one beat");
            for (int label = 0; label < together.classes(); label++) {
                float difference = Math.abs(alone.probability(0, label) - together.probability(row, label));
                Expect.that(
                        difference < CLOSE,
                        "beat %d, class %d: %s when asked alone, %s among others",
                        row,
                        label,
                        alone.probability(0, label),
                        together.probability(row, label));
            }
        }
    }

    private static void answersSeveralThreads(ClassifierSubject subject) throws InterruptedException {
        Beats asked = ClassifierSubject.asked().sealed();
        Predictions expected = subject.answers();
        TrainedModel model = subject.model();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Predictions>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                answers.add(threads.submit(() -> model.predict(asked)));
            }
            for (Future<Predictions> answer : answers) {
                Expect.equal(answer.get(), expected, "answers to one of four threads");
            }
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new Broken("one of four threads: " + Check.inWords(cause), cause);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Path saved(ClassifierSubject subject) throws IOException {
        Path folder = subject.folder("model");
        subject.model().save(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            Expect.that(files.anyMatch(Files::isRegularFile), "it saved no file");
        }
        return folder;
    }

    private static void loadsWhatItSaved(ClassifierSubject subject) throws IOException {
        Path folder;
        try {
            folder = saved(subject);
        } catch (Broken | IOException | RuntimeException e) {
            throw new NotApplicable("it does not save (saves)");
        }
        Predictions expected = subject.answers();
        Beats asked = ClassifierSubject.asked();
        try (TrainedModel loaded = subject.provider().load(folder, ClassifierSubject.loading(asked))) {
            Expect.equal(loaded.predict(asked.sealed()), expected, "answers of the loaded model");
        }
    }

    private static void refusesToLoadNoModel(ClassifierSubject subject) throws IOException {
        Path folder = subject.folder("empty");
        try (TrainedModel loaded =
                subject.provider().load(folder, ClassifierSubject.loading(ClassifierSubject.asked()))) {
            throw new Broken("it loaded a model from an empty folder: " + Expect.shortened(loaded));
        } catch (IOException e) {
            // As it should.
        } catch (RuntimeException e) {
            throw new Broken("from an empty folder " + Check.inWords(e) + ", and not IOException", e);
        }
    }
}
