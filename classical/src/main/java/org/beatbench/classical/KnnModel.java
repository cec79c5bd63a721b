package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Rows;
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

    private final Voters voters;
    private final int k;
    private final KnnWeighting weighting;

    /**
     * Makes a model of training beats.
     *
     * @param voters the training beats, their samples in the order of the feature map
     * @param k how many of them vote, at most as many as there are
     */
    KnnModel(
            String name,
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> outputs,
            Voters voters,
            int k,
            KnnWeighting weighting) {
        super(name, provenance, features, outputs, true);
        this.voters = voters;
        this.k = k;
        this.weighting = weighting;
    }

    Voters voters() {
        return voters;
    }

    int k() {
        return k;
    }

    /** The share of the votes of each class, for each of some beats. */
    List<double[]> shares(Rows beats, int threads) {
        return voters.nearest(beats, k, threads).stream()
                .map(nearest -> weighting.shares(nearest, outputIDInfo.size()))
                .toList();
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
        double[] shares = shares(KnnTrainer.row(example, featureIDMap), 1).get(0);
        List<Label> scores = new ArrayList<>();
        Map<String, Label> byName = new LinkedHashMap<>();
        for (int label = 0; label < shares.length; label++) {
            scores.add(new Label(outputIDInfo.getOutput(label).getLabel(), shares[label]));
            byName.put(scores.get(label).getLabel(), scores.get(label));
        }
        return new Prediction<>(
                scores.get(winner(shares)), byName, voters.beats().width(), example, true);
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
        return new KnnModel(name, provenance, featureIDMap, outputIDInfo, voters, k, weighting);
    }

    @Override
    public ModelProto serialize() {
        return KnnFile.write(this, createDataCarrier());
    }
}
