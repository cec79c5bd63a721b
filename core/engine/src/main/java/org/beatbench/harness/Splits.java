package org.beatbench.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.inquiry.Scope;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;

/** The splits of one data set; each protocol and seed is divided once. */
public final class Splits {

    private final Beats beats;
    private final Map<String, List<Split>> known = new HashMap<>();
    private final Map<String, Protocol> protocols = new HashMap<>();

    /** The splits of these beats. */
    public Splits(Beats beats) {
        this.beats = beats;
    }

    List<Split> of(Protocol protocol, long seed) {
        return known.computeIfAbsent(
                protocol.id() + "/" + protocol.version() + " " + seed, key -> protocol.splits(beats, seed));
    }

    /** The split of a trial. */
    public Split of(Trial trial) {
        return allOf(trial).stream()
                .filter(split -> split.name().equals(trial.split()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(trial.protocol() + " has no split " + trial.split()));
    }

    /** The splits of the trial's protocol and seed. */
    List<Split> allOf(Trial trial) {
        Protocol protocol = protocol(trial);
        if (!trial.folds().isEmpty() && !isOfThisVersion(trial)) {
            throw new UserError(
                    trial.folds() + ": these are not the folds that trial " + trial.key() + " was planned by",
                    "put the file back as it was, or run the experiment again");
        }
        return of(protocol, trial.seed());
    }

    /**
     * The protocol of a trial, with the file that it goes by.
     *
     * @throws UserError if it goes by a file that is missing or wrong
     */
    public Protocol protocol(Trial trial) {
        return protocols.computeIfAbsent(
                trial.protocolId() + "\n" + trial.folds(), any -> Protocols.of(trial.protocolId(), trial.folds()));
    }

    /** Whether a trial was divided as its protocol divides here and now. */
    public boolean isOfThisVersion(Trial trial) {
        Protocol protocol = protocol(trial);
        return trial.protocol().equals(protocol.id() + "/" + protocol.version());
    }

    /** The rows that a trial's model learns from, before any resampling. */
    public Selection training(Trial trial) {
        Split split = of(trial);
        return trial.validation() == ValidationUse.JOINED ? split.trainingAndValidation() : split.training();
    }

    /**
     * What an inquiry into a trial's model is about: the same for every model of the split.
     *
     * @param used the beats that were divided, in the trial's form
     */
    public Scope scope(Trial trial, Inquiry<?> inquiry, Beats used) {
        return new Scope(
                used,
                training(trial),
                of(trial).test(),
                Protocols.of(trial.protocolId()).unscored(),
                trial.asked(inquiry),
                trial.seed());
    }
}
