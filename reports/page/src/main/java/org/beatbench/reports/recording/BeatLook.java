package org.beatbench.reports.recording;

import java.util.List;
import java.util.Optional;

/**
 * A closer look at a beat.
 *
 * @param shape the numbers that the model sees, of its first channel
 * @param drops how much less probable the answer is without each of them, -1 to 1
 * @param nearest what it is most like among the training beats that are kept; empty if none are
 */
public record BeatLook(List<Float> shape, List<Float> drops, Optional<Similar> nearest) {

    public BeatLook {
        shape = List.copyOf(shape);
        drops = List.copyOf(drops);
        if (drops.size() != shape.size()) {
            throw new IllegalArgumentException(drops.size() + " drops of " + shape.size() + " numbers");
        }
    }

    /**
     * A training beat.
     *
     * @param label its class
     * @param record from which it is; may be empty
     * @param distance how far it is, Euclidean, over all numbers
     * @param shape as of the other
     */
    public record Similar(String label, String record, double distance, List<Float> shape) {

        public Similar {
            shape = List.copyOf(shape);
        }
    }
}
