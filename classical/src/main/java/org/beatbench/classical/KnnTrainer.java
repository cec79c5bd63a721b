package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;

/** Stands in for Tribuo's own {@link KNNTrainer}. Draws no random numbers, so it may be used often. */
final class KnnTrainer implements Trainer<Label> {

    private final KnnSettings settings;
    private final Cancellation cancellation;

    KnnTrainer(KnnSettings settings, Cancellation cancellation) {
        this.settings = settings;
        this.cancellation = cancellation;
    }

    @Override
    public KnnModel train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
        ImmutableFeatureMap features = examples.getFeatureIDMap();
        ImmutableOutputInfo<Label> outputs = examples.getOutputIDInfo();
        float[] values = new float[Math.multiplyExact(examples.size(), features.size())];
        int[] labels = new int[examples.size()];
        int row = 0;
        for (Example<Label> example : examples) {
            copy(DenseVector.createDenseVector(example, features, false), values, row * features.size());
            labels[row] = outputs.getID(example.getOutput());
            row++;
        }
        Map<String, Provenance> notes = new HashMap<>(runProvenance);
        notes.put(
                KnnFile.WEIGHTING,
                new StringProvenance(KnnFile.WEIGHTING, settings.weighting().name()));
        ModelProvenance provenance = new ModelProvenance(
                KNNModel.class.getName(),
                OffsetDateTime.now(ZoneOffset.UTC),
                examples.getProvenance(),
                getProvenance(),
                notes);
        return new KnnModel(
                settings.neighbours() + "nn",
                provenance,
                features,
                outputs,
                new Voters(Rows.of(values, features.size()), labels, settings.distance(), cancellation),
                Math.min(settings.neighbours(), labels.length),
                settings.weighting());
    }

    /** The features of an example, in the order of a feature map. */
    static Rows row(Example<Label> example, ImmutableFeatureMap features) {
        float[] row = new float[features.size()];
        copy(DenseVector.createDenseVector(example, features, false), row, 0);
        return Rows.of(row, row.length);
    }

    /** Copies a vector; its numbers must be single-precision ones, as those of beats are, for the answers to be exact. */
    static void copy(SGDVector vector, float[] target, int at) {
        for (int i = 0; i < vector.size(); i++) {
            target[at + i] = (float) vector.get(i);
            if (target[at + i] != vector.get(i)) {
                throw new IllegalArgumentException("not a single-precision number: " + vector.get(i));
            }
        }
    }

    /** That of Tribuo's own trainer with these settings, which makes a model with the same answers. */
    @Override
    public TrainerProvenance getProvenance() {
        return new KNNTrainer<>(
                        settings.neighbours(),
                        settings.distance().tribuo(),
                        1,
                        new VotingCombiner(),
                        KNNModel.Backend.THREADPOOL,
                        NeighboursQueryFactoryType.BRUTE_FORCE)
                .getProvenance();
    }

    @Override
    public int getInvocationCount() {
        return 0;
    }
}
