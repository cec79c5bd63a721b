package org.beatbench.classical;

/** How much each of the nearest beats has to say. */
public enum KnnWeighting {
    /** One vote each. */
    UNIFORM {
        @Override
        double[] shares(KnnCandidates nearest, int classes) {
            double[] shares = new double[classes];
            double vote = 1.0 / nearest.size();
            for (int place = 0; place < nearest.size(); place++) {
                shares[nearest.label(place)] += vote;
            }
            return shares;
        }
    },
    /** Votes in inverse proportion to the distance; if there are beats at distance 0, only they vote. */
    INVERSE_DISTANCE {
        @Override
        double[] shares(KnnCandidates nearest, int classes) {
            double[] shares = new double[classes];
            double sum = 0;
            for (int place = 0; place < nearest.size(); place++) {
                float weight = weight(nearest, place);
                shares[nearest.label(place)] += weight;
                sum += weight;
            }
            for (int label = 0; label < classes; label++) {
                shares[label] /= sum;
            }
            return shares;
        }
    };

    /** The share of the votes that each class gets, added up as Tribuo's {@code VotingCombiner} does. */
    abstract double[] shares(KnnCandidates nearest, int classes);

    /** The weight relative to that of the nearest, 0..1; single precision because Tribuo's combiner takes no other. */
    static float weight(KnnCandidates nearest, int place) {
        double closest = Math.max(0, nearest.distance(0));
        double distance = Math.max(0, nearest.distance(place));
        return distance == closest ? 1 : (float) (closest / distance);
    }
}
