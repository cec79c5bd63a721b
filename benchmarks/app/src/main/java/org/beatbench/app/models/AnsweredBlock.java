package org.beatbench.app.models;

import java.util.List;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.models.BeatFlag;
import org.beatbench.neighbours.Neighbour;

/**
 * Some beats and what a model answered for them.
 *
 * @param beats what was asked
 * @param answers one for each, also for beats that cannot be judged
 * @param flags what to bear in mind with each answer, in their order
 * @param nearest of the beats that the model learned from and that are kept beside it, the one that each is most like; empty where there
 *     are none
 */
record AnsweredBlock(Beats beats, Predictions answers, List<List<BeatFlag>> flags, List<Optional<Neighbour>> nearest) {

    AnsweredBlock {
        flags = List.copyOf(flags);
        nearest = List.copyOf(nearest);
    }

    int size() {
        return beats.size();
    }

    /** Whether the signal does not move in a beat, so that its answer must not be told. */
    boolean isFlat(int row) {
        return flags.get(row).contains(BeatFlag.FLAT);
    }

    /** The label of the class that comes next after that of the answer; -1 if there is no answer, or all others are out of the question. */
    int second(int row) {
        int second = -1;
        for (int label = 0; label < answers.classes() && !isFlat(row); label++) {
            if (label != answers.label(row)
                    && answers.probability(row, label) > 0
                    && (second < 0 || answers.probability(row, label) > answers.probability(row, second))) {
                second = label;
            }
        }
        return second;
    }
}
