package org.beatbench.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Classifier;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.plugins.PluginFailure;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Estimates how long trials take: from finished trials of the same classifier, scaled by size; before there is one, from what the
 * classifier usually takes, scaled by how fast this machine was so far; of a classifier of which nobody knows anything, as long as
 * the others on average. Canaries run inside the program, where nothing has to be started or loaded. Rough on purpose.
 */
public final class TimeEstimate {

    /** The longest that {@link #probe} tries a classifier: with few beats to warm up, and then with more. */
    public static final Duration LONGEST_PROBE = Duration.ofSeconds(5);

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(2);

    /** Start of a process, loading of the data, timing of single beats. */
    private static final double FIXED_SECONDS = 5;

    /** Disturbing and cutting the recordings. */
    private static final double RECORDINGS_SECONDS = 5;

    /** So many seconds of trials say little of a machine: short ones spend them on getting started. */
    private static final double UNCONVINCING_SECONDS = 30;

    private static final int WARM_UP_BEATS = 500;
    private static final int PROBED_BEATS = 2_000;

    private final Beats beats;
    private final Splits splits;
    private final Map<String, Pace> usual;
    private final Map<ClassifierUse, Pace> measured = new HashMap<>();
    private double secondsMeasured;
    private double secondsUsual;

    /**
     * An estimate for trials on these beats that has not heard of any yet.
     *
     * @param usual what classifiers usually take, by their ids; may be empty
     */
    public TimeEstimate(Beats beats, Map<String, Pace> usual) {
        this.beats = beats;
        this.splits = new Splits(beats);
        this.usual = Map.copyOf(usual);
    }

    /** Learns from a trial that ended; the latest of a classifier counts. */
    public void learn(RunRecord run) {
        if (run.outcome() instanceof Outcome.Completed completed) {
            Costs costs = completed.costs();
            double fit = seconds(costs.fit());
            double test = seconds(costs.wholeTest());
            ClassifierUse use = run.trial().classifier();
            measured.put(use, new Pace(costs.trainingBeats(), costs.testBeats(), 0, fit, test));
            Pace known = usual.get(use.id());
            if (known != null) {
                secondsMeasured += fit + test;
                secondsUsual += known.of(use).seconds(costs.trainingBeats(), costs.testBeats());
            }
        }
    }

    /**
     * Learns by small fits on training beats about each classifier that was not measured yet; takes no longer than {@link
     * #LONGEST_PROBE} for each that stops when it is told to.
     *
     * @param progress hears which classifier it is, of how many
     * @throws org.beatbench.api.CancelledException if the user stops it
     */
    public void probe(List<Trial> trials, Catalogue catalogue, Progress progress, Cancellation cancellation)
            throws IOException {
        List<Trial> wanted = unmeasured(trials);
        for (int at = 0; at < wanted.size(); at++) {
            Trial trial = wanted.get(at);
            progress.advanced(trial.label(), at, wanted.size());
            probed(trial, catalogue, cancellation).ifPresent(pace -> measured.put(trial.classifier(), pace));
        }
    }

    /** The first trial of each classifier that was not measured yet. */
    public List<Trial> unmeasured(List<Trial> trials) {
        Map<ClassifierUse, Trial> first = new LinkedHashMap<>();
        for (Trial trial : trials) {
            if (!measured.containsKey(trial.classifier())) {
                first.putIfAbsent(trial.classifier(), trial);
            }
        }
        return List.copyOf(first.values());
    }

    /** The time all these trials need together; empty if nothing is known of any of their competitors. */
    public Optional<Duration> of(List<Trial> trials) {
        double seconds = 0;
        double competitors = 0;
        int known = 0;
        int unknown = 0;
        for (Trial trial : trials) {
            boolean isCanary = Canaries.include(trial.classifier().id());
            Optional<Pace> pace = pace(trial.classifier());
            if (pace.isPresent()) {
                double one = seconds(trial, pace.get());
                seconds += one;
                competitors += isCanary ? 0 : one;
                known += isCanary ? 0 : 1;
            } else if (!isCanary) {
                unknown++;
            }
        }
        if (unknown > 0 && known == 0) {
            return Optional.empty();
        }
        double guessed = unknown == 0 ? 0 : competitors / known * unknown;
        return Optional.of(Duration.ofMillis(Math.round((seconds + guessed) * 1000)));
    }

    private Optional<Pace> pace(ClassifierUse use) {
        Pace own = measured.get(use);
        if (own != null) {
            return Optional.of(own);
        }
        double factor = (secondsMeasured + UNCONVINCING_SECONDS) / (secondsUsual + UNCONVINCING_SECONDS);
        return Optional.ofNullable(usual.get(use.id()))
                .map(known -> known.of(use).times(factor));
    }

    private double seconds(Trial trial, Pace pace) {
        double seconds = Canaries.include(trial.classifier().id()) ? 0 : FIXED_SECONDS;
        int questions = splits.of(trial).test().size();
        for (String id : trial.asked().keySet()) {
            Inquiry<?> inquiry = Inquiries.of(id);
            questions += inquiry.questions(trial.asked(inquiry), beats.classes().size(), beats.length());
            seconds += inquiry.needsRecordings() ? RECORDINGS_SECONDS : 0;
        }
        return seconds + pace.seconds(splits.training(trial).size(), questions);
    }

    private Optional<Pace> probed(Trial trial, Catalogue catalogue, Cancellation cancellation) throws IOException {
        KnownClassifier<?> known = catalogue.classifier(trial.classifier().id());
        if (!known.info().cancellable()) {
            return Optional.empty(); // it might take hours
        }
        Classifier classifier;
        try {
            classifier = known.create(trial.classifier().settings());
        } catch (PluginFailure e) {
            return Optional.empty(); // the run will say what is wrong with it
        }
        Beats training = beats.select(splits.of(trial).training());
        new TrialFit(LONGEST_WARM_UP, cancellation).pace(classifier, trial, spread(training, WARM_UP_BEATS));
        return new TrialFit(LONGEST_PROBE.minus(LONGEST_WARM_UP), cancellation)
                .pace(classifier, trial, spread(training, PROBED_BEATS));
    }

    private static Beats spread(Beats beats, int wanted) {
        int step = Math.max(1, beats.size() / wanted);
        return beats.select(Selection.where(beats.size(), row -> row % step == 0));
    }

    private static double seconds(Duration time) {
        return time.toNanos() * 1e-9;
    }
}
