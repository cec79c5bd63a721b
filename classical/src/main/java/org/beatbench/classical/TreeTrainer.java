package org.beatbench.classical;

import org.beatbench.api.FitContext;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.LabelImpurity;
import org.tribuo.common.tree.AbstractTrainingNode;

/**
 * Tribuo's CART trainer with nodes of ours, which grow the same tree sooner, weigh the classes, and can be
 * stopped. For one fit only.
 */
final class TreeTrainer extends CARTClassificationTrainer {

    private final LabelImpurity impurity;
    private final ClassWeights classWeights;
    private final FitContext context;

    TreeTrainer(DecisionTreeSettings settings, LabelImpurity impurity, FitContext context) {
        super(
                settings.depth() == 0 ? Integer.MAX_VALUE : settings.depth(),
                (float) settings.minSplitWeight(),
                0,
                (float) settings.featureFraction(),
                false,
                impurity,
                context.seed());
        this.impurity = impurity;
        this.classWeights = settings.classWeights();
        this.context = context;
    }

    @Override
    protected AbstractTrainingNode<Label> mkTrainingNode(
            Dataset<Label> dataset, AbstractTrainingNode.LeafDeterminer leaves) {
        return TreeNode.root(new TreeGrower((BeatDataset) dataset, classWeights, impurity, context), leaves);
    }
}
