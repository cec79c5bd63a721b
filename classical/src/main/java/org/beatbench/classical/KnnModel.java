package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/** A model of Tribuo that gives the answers of Tribuo's {@code KNNModel}, fast. */
@SuppressWarnings("serial") // Tribuo's supertype is serializable; this type is saved as protobuf only
final class KnnModel extends Model<Label> {

    /** Beats answered together: enough to make good use of each block of sketches, few enough to spread over threads. */
    private static final int TOGETHER = 16;

    private final Neighbours neighbours;
    private final int k;
    private final KnnWeighting weighting;

    /**
     * Makes a model of training beats.
     *
     * @param neighbours the training beats, their samples in the order of the feature map
     * @param k how many of them vote, at most as many as there are
     */
    KnnModel(
            String name,
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> outputs,
            Neighbours neighbours,
            int k,
            KnnWeighting weighting) {
        super(name, provenance, features, outputs, true);
        this.neighbours = neighbours;
        this.k = k;
        this.weighting = weighting;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    int k() {
        return k;
    }

    /** The share of the votes of each class, for beats that stand one after the other. */
    double[][] shares(float[] beats, int threads) {
        int count = beats.length / neighbours.length();
        double[][] shares = new double[count][];
        Parallel.run(threads, (count + TOGETHER - 1) / TOGETHER, task -> {
            int from = task * TOGETHER;
            int to = Math.min(from + TOGETHER, count);
            Nearest[] nearest = neighbours.nearest(beats, from, to, k);
            for (int i = from; i < to; i++) {
                shares[i] = weighting.shares(nearest[i - from], outputIDInfo.size());
            }
        });
        return shares;
    }

    /** The class that Tribuo answers: the one with most votes, and of equals the one with the lowest label. */
    static int winner(double[] shares) {
        int winner = 0;
        for (int label = 1; label < shares.length; label++) {
            winner = shares[label] > shares[winner] ? label : winner;
        }
        return winner;
    }

    @Override
    public Prediction<Label> predict(Example<Label> example) {
        double[] shares = shares(KnnTrainer.row(example, featureIDMap), 1)[0];
        List<Label> scores = new ArrayList<>();
        Map<String, Label> byName = new LinkedHashMap<>();
        for (int label = 0; label < shares.length; label++) {
            scores.add(new Label(outputIDInfo.getOutput(label).getLabel(), shares[label]));
            byName.put(scores.get(label).getLabel(), scores.get(label));
        }
        return new Prediction<>(scores.get(winner(shares)), byName, neighbours.length(), example, true);
    }

    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return Map.of();
    }

    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return Optional.empty();
    }

    @Override
    protected KnnModel copy(String name, ModelProvenance provenance) {
        return new KnnModel(name, provenance, featureIDMap, outputIDInfo, neighbours, k, weighting);
    }

    @Override
    public ModelProto serialize() {
        return KnnFile.write(this, createDataCarrier());
    }
}
