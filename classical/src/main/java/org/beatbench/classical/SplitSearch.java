package org.beatbench.classical;

import org.tribuo.classification.dtree.impurity.LabelImpurity;

/**
 * The search for the best split of a node. It takes the order and the formulas of Tribuo's own tree, so that the choice
 * between splits that are as good is the same. Beats are counted in whole numbers and weighed afterwards: Tribuo adds and
 * subtracts weights in single precision, by which a class that is not there can end up with a weight below zero.
 */
final class SplitSearch {

    private final SortedBeats beats;
    private final LabelImpurity impurity;
    private final float[] weights;
    private final int[] counts;
    private final float weight;
    private final int from;
    private final int to;

    private double score;
    private int column = -1;
    private int middle;
    private double value;
    private int[] left = {};

    /**
     * A search for splits better than none.
     *
     * @param weights the weight of a beat of each class
     * @param counts the beats of each class in the node
     * @param weight the weight of all its beats
     * @param score its impurity
     */
    SplitSearch(
            SortedBeats beats,
            LabelImpurity impurity,
            float[] weights,
            int[] counts,
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
    }

    /** Tries all splits by a column. */
    void search(int candidate) {
        int[] less = new int[counts.length];
        float[] lessWeight = new float[counts.length];
        float[] moreWeight = new float[counts.length];
        float current = beats.value(candidate, from);
        for (int place = from; place < to; place++) {
            float next = beats.value(candidate, place);
            if (next != current) {
                for (int label = 0; label < less.length; label++) {
                    lessWeight[label] = less[label] * weights[label];
                    moreWeight[label] = (counts[label] - less[label]) * weights[label];
                }
                double tried = (impurity.impurityWeighted(lessWeight) + impurity.impurityWeighted(moreWeight)) / weight;
                if (tried < score) {
                    score = tried;
                    column = candidate;
                    middle = place;
                    value = ((double) current + next) / 2;
                    left = less.clone();
                }
                current = next;
            }
            less[beats.label(candidate, place)]++;
        }
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

    /** The beats of each class that go left. */
    int[] left() {
        return left;
    }

    /** The beats of each class that go right. */
    int[] right() {
        int[] right = counts.clone();
        for (int label = 0; label < right.length; label++) {
            right[label] -= left[label];
        }
        return right;
    }
}
