package org.beatbench.saliency;

import java.util.List;

/**
 * What became of the answer for one beat when stretches of it were hidden.
 *
 * @param row of the beat in its data set
 * @param truth its class
 * @param answer the class that the model decides for when it sees the whole beat
 * @param probability of that class, 0..1
 * @param drops how much lower that probability is without each window, from the first window on, as far as windows lie within
 *     the beat; below 0 where the model is surer without it
 */
public record OccludedBeat(int row, int truth, int answer, float probability, List<Float> drops) {

    public OccludedBeat {
        drops = List.copyOf(drops);
        if (row < 0 || truth < 0 || answer < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("an occluded beat must have a row, classes and a probability: " + row
                    + ", " + truth + ", " + answer + ", " + probability);
        }
    }
}
