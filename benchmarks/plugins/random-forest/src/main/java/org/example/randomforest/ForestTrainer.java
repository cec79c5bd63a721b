package org.example.randomforest;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.BaggingTrainer;

/** Tribuo's trainer, which tells how far it is. It counts its fits, so each fit needs a new one. */
final class ForestTrainer extends RandomForestTrainer<Label> {

    /** Held here, as java.util.logging forgets loggers that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger(BaggingTrainer.class.getName());

    static {
        // It logs each tree
        LOGGER.setLevel(Level.WARNING);
    }

    private final int trees;
    private final Progress progress;
    private int done;

    ForestTrainer(RandomForestSettings settings, int width, FitContext context) {
        super(
                new CARTClassificationTrainer(
                        Integer.MAX_VALUE,
                        settings.minSplit(),
                        0,
                        share(settings.columns(), width),
                        new StoppableGini(context.cancellation()),
                        context.seed()),
                new FullyWeightedVotingCombiner(),
                settings.trees(),
                context.seed());
        this.trees = settings.trees();
        this.progress = context.progress();
    }

    /** Tribuo wants a share of the columns, less than all, and rounds its product with their number. */
    private static float share(int columns, int width) {
        long tried = columns == 0 ? Math.max(1, Math.round(Math.sqrt(width))) : columns;
        return tried >= width ? Math.nextDown(1f) : (float) tried / width;
    }

    @Override
    protected Model<Label> trainSingleModel(
            Dataset<Label> examples,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> labels,
            int seed,
            Map<String, Provenance> provenance,
            int invocation) {
        Model<Label> tree = super.trainSingleModel(examples, features, labels, seed, provenance, invocation);
        done++;
        progress.advanced("tree", done, trees);
        return tree;
    }
}
