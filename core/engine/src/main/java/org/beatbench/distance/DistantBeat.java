package org.beatbench.distance;

/**
 * A test beat, and how far it is from the training beats, by the Euclidean distance of their samples.
 *
 * @param row of the beat in its data set
 * @param truth its class
 * @param answer the class that the model decided for
 * @param distance from the nearest training beat
 * @param nearest the row of that one
 * @param label its class
 * @param usual how far training beats of that class are from their nearest other, in the median: what to judge the distance by
 */
public record DistantBeat(int row, int truth, int answer, float distance, int nearest, int label, float usual) {

    public DistantBeat {
        if (row < 0 || truth < 0 || answer < 0 || nearest < 0 || label < 0 || !(distance >= 0) || !(usual >= 0)) {
            throw new IllegalArgumentException("rows, classes and distances must not be negative: " + row + ", " + truth
                    + ", " + answer + ", " + distance + ", " + nearest + ", " + label + ", " + usual);
        }
    }

    public boolean isWrong() {
        return answer != truth;
    }
}
