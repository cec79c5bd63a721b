package org.beatbench.harness;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Calibration;
import org.beatbench.models.TrainedOn;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.protocol.Protocol;
import org.beatbench.resampling.Resampling;

/**
 * How a model that is to be kept is to be trained.
 *
 * @param classifier which learner
 * @param settings in place of its defaults
 * @param division the part of a protocol that is learned from, and the one that is answered; empty to learn from all beats
 * @param resampling what is done to the training beats first
 * @param calibration what is done to its probabilities afterwards
 * @param seed of division, resampling and fit
 * @param threads for fit and predictions, 1 to {@link TrainedOn#MOST_THREADS}
 * @param keepsExamples whether some of the beats that it learned from are kept beside it
 * @param command that asks for it, for the card
 */
public record TrainingOrder(
        KnownClassifier<?> classifier,
        Map<String, String> settings,
        Optional<Division> division,
        Resampling resampling,
        Calibration calibration,
        long seed,
        int threads,
        boolean keepsExamples,
        String command) {

    /** Checks all that can be checked before the data are there. */
    public TrainingOrder {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        classifier.use(settings);
        if (threads < 1 || threads > TrainedOn.MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + TrainedOn.MOST_THREADS + ": " + threads);
        }
        if (division.isPresent() && division.get().protocol().leaks()) {
            throw new UserError(
                    "protocol " + division.get().protocol().id()
                            + " puts copies of test beats among the training beats, so its scores say nothing"
                            + " of a model that is to be used",
                    "take another protocol, or leave it out to learn from all beats");
        }
    }

    /** Whether validation beats are kept apart. */
    boolean holdsOut() {
        return classifier.info().usesValidation()
                || calibration.needsValidation()
                || division.map(Division::holdsOut).orElse(false);
    }

    /**
     * What a protocol makes of a data set.
     *
     * @param protocol which
     * @param split name of the split; empty for the first
     * @param holdsOut whether its validation beats are kept apart even if the classifier does not choose by any
     */
    public record Division(Protocol protocol, String split, boolean holdsOut) {

        /** The first split of a protocol. */
        public static Division first(Protocol protocol) {
            return new Division(protocol, "", false);
        }
    }
}
