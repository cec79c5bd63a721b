package org.beatbench.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.beatbench.classical.fitted.FittedRule;
import org.beatbench.classical.fitted.LinearRule;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.math.la.DenseMatrix;

/** Describes models of Tribuo by how they answer. */
final class FittedRules {

    private FittedRules() {}

    /**
     * How a model answers.
     *
     * @param rounding steps per unit that values are rounded to, 0 for none
     * @throws IllegalArgumentException if it is neither linear nor a tree
     */
    static FittedRule of(Model<Label> model, int rounding) {
        if (model instanceof LinearSGDModel linear) {
            return linear(linear.getWeightsCopy());
        }
        if (model instanceof TreeModel<Label> tree) {
            List<FittedRule.Node> nodes = new ArrayList<>();
            collect(tree.getRoot(), model, nodes);
            return new FittedRule.Tree(rounding, nodes);
        }
        throw new IllegalArgumentException("neither a linear model nor a tree: " + model.getClass());
    }

    private static LinearRule linear(DenseMatrix matrix) {
        double[][] weights = new double[matrix.getDimension1Size()][matrix.getDimension2Size()];
        for (int label = 0; label < weights.length; label++) {
            for (int column = 0; column < weights[label].length; column++) {
                weights[label][column] = matrix.get(label, column);
            }
        }
        return new LinearRule(weights);
    }

    /** Adds a node and all below it, and returns its number. */
    private static int collect(Node<Label> node, Model<Label> model, List<FittedRule.Node> nodes) {
        int number = nodes.size();
        if (node instanceof SplitNode<Label> split) {
            nodes.add(new FittedRule.Question(split.getFeatureID(), split.splitValue(), 0, 0));
            int notAbove = collect(split.getLessThanOrEqual(), model, nodes);
            int above = collect(split.getGreaterThan(), model, nodes);
            nodes.set(number, new FittedRule.Question(split.getFeatureID(), split.splitValue(), notAbove, above));
        } else {
            nodes.add(leaf((LeafNode<Label>) node, model));
        }
        return number;
    }

    private static FittedRule.Leaf leaf(LeafNode<Label> leaf, Model<Label> model) {
        double[] shares = new double[model.getOutputIDInfo().size()];
        for (int label = 0; label < shares.length; label++) {
            String name = model.getOutputIDInfo().getOutput(label).getLabel();
            shares[label] =
                    Objects.requireNonNull(leaf.getDistribution().get(name)).getScore();
        }
        ClassProbabilities rounded = new ClassProbabilities(1, shares.length);
        rounded.set(0, shares, model.getOutputIDInfo().getID(leaf.getOutput()));
        List<Float> probabilities = new ArrayList<>();
        for (float probability : rounded.predictions().probabilities().row(0)) {
            probabilities.add(probability);
        }
        return new FittedRule.Leaf(probabilities);
    }
}
