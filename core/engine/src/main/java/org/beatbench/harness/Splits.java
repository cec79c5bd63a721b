package org.beatbench.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.beatbench.robustness.TestSample;

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
        return of(Protocols.of(trial.protocolId()), trial.seed()).stream()
                .filter(split -> split.name().equals(trial.split()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(trial.protocol() + " has no split " + trial.split()));
    }

    /** The test beats that a trial's model is asked for under each disturbance: the same for every model of the split. */
    public Selection disturbed(Trial trial) {
        return TestSample.of(
                beats, of(trial).test(), Protocols.of(trial.protocolId()).unscored(), trial.robustness(), trial.seed());
    }
}
