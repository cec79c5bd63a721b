package org.example.randomforest;

import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.EnsembleModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.ModelProto;

/** A forest of Tribuo. It walks the trees itself: Tribuo looks up features by name, for each tree once more. */
final class Forest implements TrainedModel {

    private static final String FILE = "forest.tribuo";
    private static final String ROUNDING = "rounding";

    private final EnsembleModel<Label> model;
    private final Grid grid;
    private final List<String> classes;
    private final List<Node<Label>> roots = new ArrayList<>();

    private Forest(EnsembleModel<Label> model, Grid grid, List<String> classes) {
        this.model = model;
        this.grid = grid;
        this.classes = classes;
        for (Model<Label> tree : model.getModels()) {
            roots.add(((TreeModel<Label>) tree).getRoot());
        }
    }

    static Forest fit(Beats training, RandomForestSettings settings, FitContext context) {
        context.cancellation().check();
        Grid grid = new Grid(training.length(), settings.rounding());
        TrainingBeats beats = new TrainingBeats(training, grid, context.cancellation());
        EnsembleModel<Label> model = new ForestTrainer(settings, grid.width(), context)
                .train(beats, Map.of(ROUNDING, new IntProvenance(ROUNDING, settings.rounding())));
        return new Forest(model, grid, training.classes());
    }

    @Override
    public Predictions predict(Beats beats) {
        float[] values = grid.values(beats);
        Rows.Builder answers = Rows.builder(classes.size());
        for (int row = 0; row < beats.size(); row++) {
            answers.add(shares(values, row * grid.width()));
        }
        return Predictions.of(answers.build());
    }

    private float[] shares(float[] values, int start) {
        double[] sums = new double[classes.size()];
        for (Node<Label> root : roots) {
            Node<Label> node = root;
            while (node instanceof SplitNode<Label> split) {
                boolean above = values[start + split.getFeatureID()] > split.splitValue();
                node = above ? split.getGreaterThan() : split.getLessThanOrEqual();
            }
            Map<String, Label> shares = ((LeafNode<Label>) node).getDistribution();
            for (int label = 0; label < sums.length; label++) {
                sums[label] += shares.get(classes.get(label)).getScore();
            }
        }
        float[] means = new float[sums.length];
        for (int label = 0; label < means.length; label++) {
            means[label] = (float) Math.min(1, sums[label] / roots.size());
        }
        return means;
    }

    @Override
    public void save(Path folder) throws IOException {
        model.serializeToFile(folder.resolve(FILE));
    }

    static Forest load(Path folder, LoadContext context) throws IOException {
        Path file = folder.resolve(FILE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ModelProto proto = ModelProto.parseFrom(in);
            if (!proto.getClassName().equals(WeightedEnsembleModel.class.getName())) {
                throw new IOException(file + " is no forest but \"" + proto.getClassName() + '"');
            }
            WeightedEnsembleModel<Label> model =
                    (WeightedEnsembleModel<Label>) Model.deserialize(proto).castModel(Label.class);
            List<String> classes = new ArrayList<>();
            for (int label = 0; label < model.getOutputIDInfo().size(); label++) {
                classes.add(model.getOutputIDInfo().getOutput(label).getLabel());
            }
            if (!classes.equals(context.classes())
                    || model.getFeatureIDMap().size() != context.form().width()) {
                throw new IOException(file + " is for beats of "
                        + model.getFeatureIDMap().size() + " numbers and classes " + classes);
            }
            IntProvenance rounding = (IntProvenance)
                    model.getProvenance().getInstanceProvenance().getMap().get(ROUNDING);
            return new Forest(model, new Grid(context.form().width(), rounding.getValue()), classes);
        } catch (RuntimeException e) {
            // Tribuo's readers throw all sorts at a file that is not theirs
            throw new IOException(file + " is a broken forest: " + e.getMessage(), e);
        }
    }

    /** As Tribuo has it. */
    EnsembleModel<Label> model() {
        return model;
    }

    /** How it sees beats. */
    Grid grid() {
        return grid;
    }
}
