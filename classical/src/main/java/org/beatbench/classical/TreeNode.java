package org.beatbench.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.Node;

/**
 * A node of a growing tree. It makes the splits of Tribuo's {@code ClassifierTrainingNode}, but on a range of sorted beats
 * in place of one object for each value.
 */
@SuppressWarnings("serial") // Tribuo's supertype is serializable; a training node never is
final class TreeNode extends AbstractTrainingNode<Label> {

    private final TreeGrower grower;
    private final LeafDeterminer leaves;
    private final int[] counts;
    private final float weight;
    private final double score;
    private final int from;
    private final int to;

    private TreeNode(TreeGrower grower, LeafDeterminer leaves, int depth, int[] counts, int from, int to) {
        super(depth, to - from, leaves);
        this.grower = grower;
        this.leaves = leaves;
        this.counts = counts;
        this.weight = grower.weight(counts);
        this.score = grower.impurity(counts);
        this.from = from;
        this.to = to;
    }

    static TreeNode root(TreeGrower grower, LeafDeterminer leaves) {
        return new TreeNode(grower, leaves, 0, grower.counts(), 0, grower.size());
    }

    @Override
    public List<AbstractTrainingNode<Label>> buildTree(int[] columns, SplittableRandom random, boolean randomSplits) {
        SplitSearch best = grower.bestSplit(columns, counts, weight, score, from, to);
        if (!best.found()) {
            grower.settle(to - from);
            return List.of();
        }
        split = true;
        splitID = best.column();
        splitValue = best.value();
        TreeNode left = new TreeNode(grower, leaves, getDepth() + 1, best.left(), from, best.middle());
        TreeNode right = new TreeNode(grower, leaves, getDepth() + 1, best.right(), best.middle(), to);
        List<AbstractTrainingNode<Label>> growing = new ArrayList<>(2);
        lessThanOrEqual = grown(left, growing);
        greaterThan = grown(right, growing);
        if (!growing.isEmpty()) {
            grower.split(best, from, to);
        }
        return growing;
    }

    private Node<Label> grown(TreeNode child, List<AbstractTrainingNode<Label>> growing) {
        if (shouldMakeLeaf(child.score, child.weight)) {
            grower.settle(child.getNumExamples());
            return grower.leaf(child.score, child.counts);
        }
        growing.add(child);
        return child;
    }

    @Override
    public Node<Label> convertTree() {
        return split ? createSplitNode() : grower.leaf(score, counts);
    }

    @Override
    public float getWeightSum() {
        return weight;
    }

    @Override
    public double getImpurity() {
        return score;
    }
}
