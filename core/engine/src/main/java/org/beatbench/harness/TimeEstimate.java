package org.beatbench.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.plugins.Catalogue;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Estimates how long trials take from finished trials of the same classifier, scaled by size: a fit with its training
 * beats, a test with training beats times test beats (true for neighbours, too much for the rest, whose tests are
 * short). Canaries run inside the program, where nothing has to be started or loaded. Rough on purpose.
 */
public final class TimeEstimate {

    /** Start of a process, loading of the data, timing of single beats. */
    private static final double FIXED_SECONDS = 5;

    /** Disturbing and cutting the recordings. */
    private static final double RECORDINGS_SECONDS = 5;

    private static final int WARM_UP_BEATS = 500;
    private static final int PROBED_BEATS = 2_000;

    private record Timing(double trainingBeats, double testBeats, double fitSeconds, double testSeconds) {

        double seconds(double training, double test) {
            double growth = training / trainingBeats;
            return fitSeconds * growth + testSeconds * growth * test / testBeats;
        }
    }

    private final Beats beats;
    private final Splits splits;
    private final Map<ClassifierUse, Timing> timings = new HashMap<>();

    /** An estimate for trials on these beats that knows nothing yet. */
    public TimeEstimate(Beats beats) {
        this.beats = beats;
        this.splits = new Splits(beats);
    }

    /** Learns from a trial that ended; the latest of a classifier counts. */
    public void learn(RunRecord run) {
        if (run.outcome() instanceof Outcome.Completed completed) {
            Costs costs = completed.costs();
            timings.put(
                    run.trial().classifier(),
                    new Timing(
                            costs.trainingBeats(),
                            costs.testBeats(),
                            seconds(costs.fit()),
                            seconds(costs.wholeTest())));
        }
    }

    /** Learns by small fits on training beats about each classifier of which nothing is known; takes seconds. */
    public void probe(List<Trial> trials, Beats beats, Catalogue catalogue) throws IOException {
        for (Trial trial : trials) {
            if (!timings.containsKey(trial.classifier())) {
                timings.put(trial.classifier(), probed(trial, beats, catalogue));
            }
        }
    }

    /** The time all these trials need together; empty if a classifier is among them of which nothing is known. */
    public Optional<Duration> of(List<Trial> trials) {
        double seconds = 0;
        for (Trial trial : trials) {
            Timing one = timings.get(trial.classifier());
            if (one == null) {
                return Optional.empty();
            }
            seconds += Canaries.include(trial.classifier().id()) ? 0 : FIXED_SECONDS;
            int questions = splits.of(trial).test().size();
            for (String id : trial.asked().keySet()) {
                Inquiry<?> inquiry = Inquiries.of(id);
                questions +=
                        inquiry.questions(trial.asked(inquiry), beats.classes().size(), beats.length());
                seconds += inquiry.needsRecordings() ? RECORDINGS_SECONDS : 0;
            }
            seconds += one.seconds(splits.training(trial).size(), questions);
        }
        return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private Timing probed(Trial trial, Beats beats, Catalogue catalogue) throws IOException {
        Classifier classifier = catalogue
                .classifier(trial.classifier().id())
                .create(trial.classifier().settings());
        Beats training = beats.select(splits.of(trial).training());
        fitAndTest(classifier, trial, spread(training, WARM_UP_BEATS));
        return fitAndTest(classifier, trial, spread(training, PROBED_BEATS));
    }

    private static Timing fitAndTest(Classifier classifier, Trial trial, Beats sample) throws IOException {
        try (Aside scratch = Aside.temporary()) {
            long start = System.nanoTime();
            FitContext context = new FitContext(
                    sample, trial.seed(), trial.threads(), scratch.path(), Progress.NONE, Cancellation.NEVER);
            try (TrainedModel model = classifier.fit(sample, context)) {
                long fitted = System.nanoTime();
                model.predict(sample.sealed());
                long tested = System.nanoTime();
                return new Timing(sample.size(), sample.size(), (fitted - start) * 1e-9, (tested - fitted) * 1e-9);
            }
        }
    }

    private static Beats spread(Beats beats, int wanted) {
        int step = Math.max(1, beats.size() / wanted);
        return beats.select(Selection.where(beats.size(), row -> row % step == 0));
    }

    private static double seconds(Duration time) {
        return time.toNanos() * 1e-9;
    }
}
