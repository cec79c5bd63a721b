package org.beatbench.classical;

import com.google.protobuf.Any;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.io.IOException;
import java.util.Arrays;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.OutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelInfo;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.protos.KNNModelProto;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.math.distance.Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.OutputProto;

/**
 * The protobuf form of a {@link KnnModel}: that of Tribuo's own {@code KNNModel}, so that any program with Tribuo can load
 * it. Tribuo does not know weighted votes; the weighting is noted in the provenance, and Tribuo alone counts every vote.
 */
final class KnnFile {

    /** Under which name the weighting is noted. */
    static final String WEIGHTING = "weighting";

    private KnnFile() {}

    static ModelProto write(KnnModel model, ModelDataCarrier<Label> carrier) {
        Voters voters = model.voters();
        Distance distance = voters.distance().tribuo();
        KNNModelProto.Builder content = KNNModelProto.newBuilder()
                .setMetadata(carrier.serialize())
                .setK(model.k())
                .setDistance(distance.serialize())
                .setNumThreads(1)
                .setParallelBackend(KNNModel.Backend.THREADPOOL.name())
                .setCombiner(new VotingCombiner().serialize())
                .setNeighboursQueryFactory(new NeighboursBruteForceFactory(distance, 1).serialize());
        OutputProto[] outputs = new OutputProto[carrier.outputDomain().size()];
        Arrays.setAll(outputs, label -> carrier.outputDomain().getOutput(label).serialize());
        double[] values = new double[voters.beats().width()];
        for (int i = 0; i < voters.beats().size(); i++) {
            int row = i;
            Arrays.setAll(values, column -> voters.beats().at(row, column));
            content.addVectors(DenseVector.createDenseVector(values).serialize());
            content.addOutputs(outputs[voters.label(row)]);
        }
        return ModelProto.newBuilder()
                .setSerializedData(Any.pack(content.build()))
                .setClassName(KNNModel.class.getName())
                .setVersion(KNNModel.CURRENT_VERSION)
                .build();
    }

    static KnnModel read(ModelProto file) throws IOException {
        if (file.getVersion() != KNNModel.CURRENT_VERSION) {
            throw new IllegalArgumentException("unknown version " + file.getVersion());
        }
        KNNModelProto content = file.getSerializedData().unpack(KNNModelProto.class);
        ModelDataCarrier<?> carrier = ModelDataCarrier.deserialize(content.getMetadata());
        ImmutableFeatureMap features = carrier.featureDomain();
        ImmutableOutputInfo<Label> outputs = labels(carrier.outputDomain());
        int size = content.getVectorsCount();
        if (size == 0 || size != content.getOutputsCount() || content.getK() < 1 || content.getK() > size) {
            throw new IllegalArgumentException(
                    size + " vectors, " + content.getOutputsCount() + " labels, " + content.getK() + " neighbours");
        }
        if (content.getSerializedSize() / Double.BYTES < (long) size * features.size()) {
            throw new IllegalArgumentException("vectors have fewer numbers than there are features");
        }
        float[] values = new float[Math.multiplyExact(size, features.size())];
        int[] labels = new int[size];
        for (int row = 0; row < size; row++) {
            SGDVector vector = (SGDVector) Tensor.deserialize(content.getVectors(row));
            KnnTrainer.copy(vector, values, row * features.size());
            labels[row] = outputs.getID((Label) Output.deserialize(content.getOutputs(row)));
        }
        KnnDistance distance = KnnDistance.of(content.getDistance().getClassName());
        String weighting = ModelFile.note(carrier.provenance(), WEIGHTING, StringProvenance.class)
                .getValue();
        return new KnnModel(
                carrier.name(),
                carrier.provenance(),
                features,
                outputs,
                new Voters(Rows.of(values, features.size()), labels, distance, Cancellation.NEVER),
                content.getK(),
                KnnWeighting.valueOf(weighting));
    }

    @SuppressWarnings("unchecked") // a LabelInfo is an OutputInfo of labels
    private static ImmutableOutputInfo<Label> labels(ImmutableOutputInfo<?> outputs) {
        if (!((OutputInfo<?>) outputs instanceof LabelInfo)) {
            throw new IllegalArgumentException("answers are no labels: " + outputs);
        }
        return (ImmutableOutputInfo<Label>) outputs;
    }
}
