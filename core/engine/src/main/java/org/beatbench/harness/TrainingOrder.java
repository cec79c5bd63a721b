package org.beatbench.harness;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.api.UserError;
import org.beatbench.models.TrainedOn;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;

/**
 * How a model that is to be kept is to be trained.
 *
 * @param classifier which learner
 * @param settings in place of its defaults
 * @param protocolId of the protocol whose first training part is learned from and whose test part is answered; empty to learn
 *     from all beats
 * @param resampling what is done to the training beats first
 * @param seed of division, resampling and fit
 * @param threads for fit and predictions, 1 to {@link TrainedOn#MOST_THREADS}
 * @param command that asks for it, for the card
 */
public record TrainingOrder(
        KnownClassifier<?> classifier,
        Map<String, String> settings,
        String protocolId,
        Resampling resampling,
        long seed,
        int threads,
        String command) {

    /** Checks all that can be checked before the data are there. */
    public TrainingOrder {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        classifier.use(settings);
        if (threads < 1 || threads > TrainedOn.MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + TrainedOn.MOST_THREADS + ": " + threads);
        }
        if (!protocolId.isEmpty() && Protocols.of(protocolId).leaks()) {
            throw new UserError(
                    "protocol " + protocolId
                            + " puts copies of test beats among the training beats, so its scores say nothing"
                            + " of a model that is to be used",
                    "take another protocol, or leave it out to learn from all beats");
        }
    }

    /** The protocol, unless all beats are to be learned from. */
    Optional<Protocol> protocol() {
        return protocolId.isEmpty() ? Optional.empty() : Optional.of(Protocols.of(protocolId));
    }
}
