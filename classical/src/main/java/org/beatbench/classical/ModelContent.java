package org.beatbench.classical;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DateTimeProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.EnumProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.FloatProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.LongProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.RealIDInfo;
import org.tribuo.classification.ImmutableLabelInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.protos.ImmutableLabelInfoProto;
import org.tribuo.classification.protos.LabelProto;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.protos.KNNModelProto;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.common.tree.protos.LeafNodeProto;
import org.tribuo.common.tree.protos.SplitNodeProto;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.distance.CosineDistance;
import org.tribuo.math.distance.L1Distance;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.math.protos.BruteForceFactoryProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.math.util.ExpNormalizer;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.RealIDInfoProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Looks through a saved model before Tribuo reads it. Tribuo and its record of provenance look up classes by the names in a file;
 * here a file may name those that the models of this module consist of, and nothing else.
 */
final class ModelContent {

    private static final Set<String> CLASSES = Stream.of(
                    BooleanProvenance.class,
                    ConfiguredObjectProvenanceImpl.class,
                    CosineDistance.class,
                    DatasetProvenance.class,
                    DateTimeProvenance.class,
                    DenseMatrix.class,
                    DenseVector.class,
                    DoubleProvenance.class,
                    EnumProvenance.class,
                    ExpNormalizer.class,
                    FloatProvenance.class,
                    ImmutableFeatureMap.class,
                    ImmutableLabelInfo.class,
                    IntProvenance.class,
                    KNNModel.Backend.class,
                    KNNModel.class,
                    L1Distance.class,
                    L2Distance.class,
                    Label.class,
                    LabelFactory.LabelFactoryProvenance.class,
                    LeafNode.class,
                    LinearParameters.class,
                    LinearSGDModel.class,
                    LongProvenance.class,
                    ModelProvenance.class,
                    NeighboursBruteForceFactory.class,
                    RealIDInfo.class,
                    SGD.Momentum.class,
                    SimpleDataSourceProvenance.class,
                    StringProvenance.class,
                    TrainerProvenanceImpl.class,
                    TreeModel.class,
                    VotingCombiner.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Fields with the name of a class that is looked up; other names of classes are only noted. */
    private static final Set<String> NAMES = Set.of("class_name", "provenance_class_name", "additional");

    /** What a message may hold that does not say itself what it holds, by the name of its type. */
    private static final Map<String, Message> CONTENTS = Stream.<Message>of(
                    BruteForceFactoryProto.getDefaultInstance(),
                    ClassificationLinearSGDProto.getDefaultInstance(),
                    DenseTensorProto.getDefaultInstance(),
                    ImmutableFeatureMapProto.getDefaultInstance(),
                    ImmutableLabelInfoProto.getDefaultInstance(),
                    KNNModelProto.getDefaultInstance(),
                    LabelProto.getDefaultInstance(),
                    LeafNodeProto.getDefaultInstance(),
                    LinearParametersProto.getDefaultInstance(),
                    RealIDInfoProto.getDefaultInstance(),
                    SplitNodeProto.getDefaultInstance(),
                    TreeModelProto.getDefaultInstance())
            .collect(Collectors.toUnmodifiableMap(message -> Any.pack(message).getTypeUrl(), Function.identity()));

    private ModelContent() {}

    /**
     * Checks a message and all within.
     *
     * @throws IllegalArgumentException if it names another class, or holds numbers that are none or not as many as it says
     */
    static void check(Message message) throws InvalidProtocolBufferException {
        if (message instanceof Any packed) {
            if (!packed.equals(Any.getDefaultInstance())) {
                Message known = CONTENTS.get(packed.getTypeUrl());
                if (known == null) {
                    throw new IllegalArgumentException(
                            "it holds a " + packed.getTypeUrl() + ", which no model here does");
                }
                check(known.getParserForType().parseFrom(packed.getValue()));
            }
            return;
        }
        if (message instanceof DenseTensorProto tensor) {
            checkNumbers(tensor);
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            Collection<?> values =
                    field.getKey().isRepeated() ? (Collection<?>) field.getValue() : List.of(field.getValue());
            boolean names = NAMES.contains(field.getKey().getName());
            for (Object value : values) {
                if (value instanceof Message inner) {
                    check(inner);
                } else if (names) {
                    require(CLASSES.contains(value), "it names a class that no model here has: " + value);
                }
            }
        }
    }

    /** Tribuo multiplies dimensions without a look at overflow, and makes room for the product. */
    private static void checkNumbers(DenseTensorProto tensor) {
        long size = 1;
        for (int dimension : tensor.getDimensionsList()) {
            size = Math.multiplyExact(size, dimension);
        }
        double[] numbers = new double[tensor.getValues().size() / Double.BYTES];
        require(size == numbers.length, "it has fewer or more numbers than it says");
        tensor.getValues()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(numbers);
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("it has weights or samples that are no numbers (" + number + ")");
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
