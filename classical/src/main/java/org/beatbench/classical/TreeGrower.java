package org.beatbench.classical;

import java.util.LinkedHashMap;
import java.util.Map;
import org.beatbench.api.FitContext;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.impurity.LabelImpurity;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.util.Util;

/** What the nodes of one growing tree share. */
final class TreeGrower {

    private final SortedBeats beats;
    private final float[] weights;
    private final LabelImpurity impurity;
    private final ImmutableOutputInfo<Label> outputs;
    private final FitContext context;
    private long settled;

    TreeGrower(BeatDataset dataset, ClassWeights classWeights, LabelImpurity impurity, FitContext context) {
        this.beats = new SortedBeats(dataset.values(), dataset.labels(), context.cancellation());
        this.outputs = dataset.getOutputIDInfo();
        this.weights = classWeights.of(dataset.labels(), outputs.size());
        this.impurity = impurity;
        this.context = context;
    }

    int size() {
        return beats.size();
    }

    /** The training beats of each class. */
    int[] counts() {
        int[] counts = new int[weights.length];
        for (int place = 0; place < beats.size(); place++) {
            counts[beats.label(0, place)]++;
        }
        return counts;
    }

    float weight(int[] counts) {
        return Util.sum(weights(counts));
    }

    double impurity(int[] counts) {
        return impurity.impurity(weights(counts));
    }

    private float[] weights(int[] counts) {
        float[] sums = new float[counts.length];
        for (int label = 0; label < counts.length; label++) {
            sums[label] = counts[label] * weights[label];
        }
        return sums;
    }

    /** The best split of a node by one of these columns. */
    SplitSearch bestSplit(int[] columns, int[] counts, float weight, double score, int from, int to) {
        SplitSearch split = new SplitSearch(beats, impurity, weights, counts, weight, score, from, to);
        for (int column : columns) {
            context.cancellation().check();
            split.search(column);
        }
        return split;
    }

    void split(SplitSearch split, int from, int to) {
        beats.split(split.column(), from, split.middle(), to);
    }

    /** Says that beats have reached their leaf. */
    void settle(int rows) {
        settled += rows;
        context.progress().advanced("beats in leaves", settled, size());
    }

    /** A leaf that answers the share of each class, and of equals the class with the lowest label. */
    LeafNode<Label> leaf(double score, int[] counts) {
        double[] shares = Util.normalizeToDistribution(weights(counts));
        Map<String, Label> scores = new LinkedHashMap<>();
        int best = 0;
        for (int label = 0; label < shares.length; label++) {
            String name = outputs.getOutput(label).getLabel();
            scores.put(name, new Label(name, shares[label]));
            best = shares[label] > shares[best] ? label : best;
        }
        return new LeafNode<>(score, scores.get(outputs.getOutput(best).getLabel()), scores, true);
    }
}
