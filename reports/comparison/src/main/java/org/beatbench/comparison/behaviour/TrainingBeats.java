package org.beatbench.comparison.behaviour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.beatbench.saliency.MeanBeat;

/** The beats that the models of some trials learned from, before any resampling. */
public final class TrainingBeats {

    private final Beats beats;
    private final Map<String, TrainingPart> sides = new HashMap<>();
    private final Map<WrongBeat, Optional<Neighbour>> nearest = new HashMap<>();

    public TrainingBeats(Beats beats) {
        this.beats = beats;
    }

    /** The beats of one split that a model may learn from. */
    private record TrainingPart(Neighbours neighbours, Map<Integer, MeanBeat> means) {}

    /** Of the beats that were learnt from, the one nearest to a beat; empty if this program divides the beats in another way. */
    public Optional<Neighbour> nearest(WrongBeat wrong) {
        return nearest.computeIfAbsent(
                wrong, any -> side(wrong.trial()).flatMap(side -> side
                        .neighbours()
                        .nearest(beats.samples(), Selection.of(wrong.row()), 1, 1, Cancellation.NEVER)
                        .get(0)
                        .stream()
                        .findFirst()));
    }

    /** The mean of the beats of a class that were learnt from; empty likewise, or if there are too few for a mean. */
    public Optional<List<Double>> mean(Trial trial, int label) {
        return side(trial)
                .flatMap(side -> Optional.ofNullable(side.means().get(label)))
                .map(mean -> mean.samples().stream().map(Float::doubleValue).toList());
    }

    private Optional<TrainingPart> side(Trial trial) {
        Protocol protocol = Protocols.of(trial.protocolId());
        if (!trial.protocol().equals(protocol.id() + "/" + protocol.version())) {
            return Optional.empty();
        }
        String key = trial.protocol() + " " + trial.split() + " " + trial.seed() + " " + trial.validation();
        return Optional.of(sides.computeIfAbsent(key, any -> side(protocol, trial)));
    }

    private TrainingPart side(Protocol protocol, Trial trial) {
        Split split = protocol.splits(beats, trial.seed()).stream()
                .filter(each -> each.name().equals(trial.split()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(trial.protocol() + " has no split " + trial.split()));
        Selection learnt =
                trial.validation() == ValidationUse.JOINED ? split.trainingAndValidation() : split.training();
        Map<Integer, MeanBeat> means = new HashMap<>();
        MeanBeat.of(beats, learnt).forEach(mean -> means.put(mean.label(), mean));
        return new TrainingPart(
                Neighbours.of(beats.samples(), learnt, RowDistance.EUCLIDEAN, Cancellation.NEVER), means);
    }
}
