package org.beatbench.classical;

import java.util.Arrays;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/**
 * The search for the best split of a node. Counts and scores are computed in the order in which Tribuo's own tree computes
 * them, so that the rounding, and with it the choice between splits that are as good, is the same.
 */
final class Split {

    private final SortedBeats beats;
    private final LabelImpurity impurity;
    private final float[] weights;
    private final float[] counts;
    private final float weight;
    private final int from;
    private final int to;

    private double score;
    private int column = -1;
    private int middle;
    private double value;
    private float[] left;
    private float[] right;

    /**
     * A search for splits better than none.
     *
     * @param weights the weight of a beat of each class
     * @param counts the weighted number of beats of each class in the node
     * @param weight the sum of the counts
     * @param score the impurity of the node
     */
    Split(
            SortedBeats beats,
            LabelImpurity impurity,
            float[] weights,
            float[] counts,
            float weight,
            double score,
            int from,
            int to) {
        this.beats = beats;
        this.impurity = impurity;
        this.weights = weights;
        this.counts = counts;
        this.weight = weight;
        this.score = score;
        this.from = from;
        this.to = to;
        this.left = counts;
        this.right = counts;
    }

    /** The weighted number of beats of each class, added up as Tribuo does: by the values of the first column. */
    static float[] count(SortedBeats beats, float[] weights) {
        float[] counts = new float[weights.length];
        float[] group = new float[weights.length];
        for (int place = 0; place < beats.size(); place++) {
            if (place > 0 && beats.value(0, place) != beats.value(0, place - 1)) {
                move(group, counts);
            }
            int label = beats.label(0, place);
            group[label] += weights[label];
        }
        move(group, counts);
        return counts;
    }

    /** Tries all splits by a column. */
    void search(int candidate) {
        float[] less = new float[counts.length];
        float[] more = counts.clone();
        float[] group = new float[counts.length];
        int first = from;
        float current = beats.value(candidate, from);
        for (int place = from + 1; place < to; place++) {
            float next = beats.value(candidate, place);
            if (next != current) {
                pass(candidate, first, place, less, more, group);
                double tried = (impurity.impurityWeighted(less) + impurity.impurityWeighted(more)) / weight;
                if (tried < score) {
                    score = tried;
                    column = candidate;
                    middle = place;
                    value = ((double) current + next) / 2;
                    left = less.clone();
                    right = more.clone();
                }
                current = next;
                first = place;
            }
        }
    }

    /** Passes the beats that have one value from the right to the left. */
    private void pass(int candidate, int first, int end, float[] less, float[] more, float[] group) {
        if (end - first == 1) {
            int label = beats.label(candidate, first);
            less[label] += weights[label];
            more[label] -= weights[label];
            return;
        }
        for (int place = first; place < end; place++) {
            int label = beats.label(candidate, place);
            group[label] += weights[label];
        }
        for (int label = 0; label < group.length; label++) {
            more[label] -= group[label];
        }
        move(group, less);
    }

    private static void move(float[] group, float[] target) {
        for (int label = 0; label < group.length; label++) {
            target[label] += group[label];
        }
        Arrays.fill(group, 0);
    }

    /** Whether any split is better than none. */
    boolean found() {
        return column >= 0;
    }

    int column() {
        return column;
    }

    /** The place in the order of the column where the right part begins. */
    int middle() {
        return middle;
    }

    /** Beats up to this value go left. */
    double value() {
        return value;
    }

    float[] left() {
        return left;
    }

    float[] right() {
        return right;
    }
}
