package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.io.IOException;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.tribuo.Model;
import org.tribuo.classification.Label;

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

    static TrainedModel restore(Model<Label> tree, LoadContext context) throws IOException {
        int rounding = ModelFile.note(tree.getProvenance(), ROUNDING, IntProvenance.class)
                .getValue();
        return new TribuoModel(tree, TribuoFeatures.rounded(context.length(), rounding));
    }
}
