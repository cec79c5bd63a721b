package org.beatbench.app.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.models.TrainingExamples;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.reports.recording.BeatLook;
import org.beatbench.saliency.BeatOcclusion;

/**
 * Looks closer at some beats for a page: what their answers rest on, and what they are most like. Each asks the model dozens of questions, so
 * the first flagged ones and a few of each class have to do.
 */
final class BeatLooks {

    private static final int MOST_FLAGGED = 150;
    private static final int EACH_CLASS = 10;

    private final BeatOcclusion occlusion;
    private final Optional<TrainingExamples> examples;
    private final List<Integer> perClass = new ArrayList<>();
    private int flagged;

    /**
     * Begins to look.
     *
     * @param model what it answers of beats
     * @param examples of what it learned from, if there are any
     */
    BeatLooks(Function<Beats, Predictions> model, Optional<TrainingExamples> examples) {
        this.occlusion = new BeatOcclusion(model);
        this.examples = examples;
    }

    /** What is usual among the training beats; empty if none are kept. */
    Optional<TrainingExamples> examples() {
        return examples;
    }

    /** A closer look at a beat, if it is one of those. */
    Optional<BeatLook> of(AnsweredBlock block, int row) {
        if (block.isFlat(row) || !isWanted(block, row)) {
            return Optional.empty();
        }
        Beats beats = block.beats();
        int label = block.answers().label(row);
        float[] drops = occlusion.drops(beats, row, label, block.answers().probability(row, label));
        int shown = beats.beat(row).unpaddedLength();
        return Optional.of(new BeatLook(
                first(beats, row, shown),
                IntStream.range(0, shown).mapToObj(k -> drops[k]).toList(),
                block.nearest().get(row).map(this::similar)));
    }

    private boolean isWanted(AnsweredBlock block, int row) {
        if (!block.flags().get(row).isEmpty() && flagged < MOST_FLAGGED) {
            flagged++;
            return true;
        }
        int label = block.answers().label(row);
        while (perClass.size() <= label) {
            perClass.add(0);
        }
        perClass.set(label, perClass.get(label) + 1);
        return perClass.get(label) <= EACH_CLASS;
    }

    private BeatLook.Similar similar(Neighbour nearest) {
        Beats kept = examples.orElseThrow().beats();
        Beat beat = kept.beat(nearest.row());
        return new BeatLook.Similar(
                kept.classes().get(beat.label()),
                beat.record(),
                nearest.distance(),
                first(kept, nearest.row(), beat.unpaddedLength()));
    }

    /** The first channel, without padding. */
    private static List<Float> first(Beats beats, int row, int shown) {
        return IntStream.range(0, shown)
                .mapToObj(k -> beats.samples().at(row, k))
                .toList();
    }
}
