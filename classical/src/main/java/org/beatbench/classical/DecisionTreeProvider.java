package org.beatbench.classical;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.classical.preparation.Prepared;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.TreeModel;

/** Decision tree: asks one sample after another whether it is above a value, and answers the classes of the leaf reached. */
public final class DecisionTreeProvider implements ClassifierProvider<DecisionTreeSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "decision-tree",
                "Decision tree",
                "Asks one sample after another whether it is above a value",
                "1",
                false,
                Tribuo.library());
    }

    @Override
    public DecisionTreeSettings defaults() {
        return new DecisionTreeSettings(0, Impurity.ENTROPY, 10, 255, ClassWeights.NONE, 1);
    }

    @Override
    public Classifier create(DecisionTreeSettings settings) {
        return Prepared.first(new DecisionTree(settings));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Prepared.load(folder, context, DecisionTreeProvider::loadRows);
    }

    private static TrainedModel loadRows(Path folder, LoadContext context) throws IOException {
        Model<Label> tree = ModelFile.read(folder, TreeModel.class, context, proto -> {
            Model<Label> read = Model.deserialize(proto).castModel(Label.class);
            DecisionTree.check(read, ModelFile.classes(read));
            return read;
        });
        return DecisionTree.restore(tree, context);
    }
}
