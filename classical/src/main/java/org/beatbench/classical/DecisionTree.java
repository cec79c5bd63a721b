package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;

/** A classification tree (Breiman et al. 1984). */
final class DecisionTree implements Classifier {

    /** Where the model keeps how the samples are to be rounded: among the provenance that Tribuo leaves to its users. */
    private static final String ROUNDING = "rounding";

    private final DecisionTreeSettings settings;

    DecisionTree(DecisionTreeSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        TribuoFeatures samples = TribuoFeatures.rounded(training.length(), settings.rounding());
        BeatDataset dataset = new BeatDataset(training, samples, context.cancellation());
        TreeTrainer trainer = new TreeTrainer(settings, settings.impurity().formula(), context);
        Model<Label> tree = trainer.train(dataset, Map.of(ROUNDING, new IntProvenance(ROUNDING, settings.rounding())));
        return new TribuoModel(tree, samples);
    }

    /**
     * Checks a tree that was read: Tribuo does not, and fails at the beat that comes to a leaf with a class too few.
     *
     * @throws IllegalArgumentException if a leaf has not a share of every class, or decides for none of them
     */
    static void check(Model<Label> tree, List<String> classes) {
        Set<Node<Label>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node<Label>> left = new ArrayDeque<>(List.of(((TreeModel<Label>) tree).getRoot()));
        while (!left.isEmpty()) {
            Node<Label> node = left.pop();
            if (node instanceof SplitNode<Label> split && seen.add(split)) {
                left.push(split.getGreaterThan());
                left.push(split.getLessThanOrEqual());
            } else if (node instanceof LeafNode<Label> leaf
                    && !(leaf.getDistribution().keySet().containsAll(classes)
                            && classes.contains(leaf.getOutput().getLabel()))) {
                throw new IllegalArgumentException("a leaf does not know the classes " + classes);
            }
        }
    }

    static TrainedModel restore(Model<Label> tree, LoadContext context) throws IOException {
        int rounding = ModelFile.note(tree.getProvenance(), ROUNDING, IntProvenance.class)
                .getValue();
        return new TribuoModel(tree, TribuoFeatures.rounded(context.length(), rounding));
    }
}
