package org.beatbench.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
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

    /** The splits of these beats. */
    public Splits(Beats beats) {
        this.beats = beats;
    }

    List<Split> of(Protocol protocol, long seed) {
        return known.computeIfAbsent(protocol.id() + " " + seed, key -> protocol.splits(beats, seed));
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
        return of(Protocols.of(trial.protocolId()), trial.seed());
    }

    /** The rows that a trial's model learns from, before any resampling. */
    Selection training(Trial trial) {
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
