package org.beatbench.app.models;

import java.util.List;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.models.PartScore;

/** Counts how labelled beats were answered, and forgets them; there may be more than fit into memory. */
final class LabelCount {

    private final List<String> classes;
    private final long[] counts;

    LabelCount(List<String> classes) {
        this.classes = classes;
        this.counts = new long[classes.size() * classes.size()];
    }

    /** Counts all but those that were not judged. */
    void add(AnsweredBlock block) {
        for (int row = 0; row < block.size(); row++) {
            if (!block.isFlat(row)) {
                counts[
                        block.beats().label(row) * classes.size()
                                + block.answers().label(row)]++;
            }
        }
    }

    PartScore score() {
        return PartScore.of(
                "labelled",
                ConfusionMatrix.of(classes, counts),
                "Says something only of beats that the model has not learned from.");
    }
}
