package org.beatbench.comparison.behaviour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Splits;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.saliency.MeanBeat;

/** The beats that the models of some trials learned from, before any resampling. */
public final class TrainingBeats {

    private final Beats beats;
    private final Splits splits;
    private final Map<String, TrainingPart> sides = new HashMap<>();
    private final Map<WrongBeat, Optional<Neighbour>> nearest = new HashMap<>();

    public TrainingBeats(Beats beats) {
        this.beats = beats;
        this.splits = new Splits(beats);
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
        try {
            if (!splits.isOfThisVersion(trial)) {
                return Optional.empty();
            }
        } catch (UserError e) {
            // The file that the protocol goes by is not at hand, or is another one now.
            return Optional.empty();
        }
        String key = trial.protocol() + " " + trial.split() + " " + trial.seed() + " " + trial.validation();
        return Optional.of(sides.computeIfAbsent(key, any -> part(trial)));
    }

    private TrainingPart part(Trial trial) {
        Selection learnt = splits.training(trial);
        Map<Integer, MeanBeat> means = new HashMap<>();
        MeanBeat.of(beats, learnt).forEach(mean -> means.put(mean.label(), mean));
        return new TrainingPart(
                Neighbours.of(beats.samples(), learnt, RowDistance.EUCLIDEAN, Cancellation.NEVER), means);
    }
}
