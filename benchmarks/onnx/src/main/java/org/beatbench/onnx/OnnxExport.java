package org.beatbench.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Temperature;
import org.beatbench.classical.fitted.FittedRows;
import org.beatbench.classical.fitted.PreparedModel;
import org.beatbench.deep.fitted.FittedNetworks;
import org.beatbench.harness.Machine;
import org.beatbench.models.BeatForm;
import org.beatbench.models.CalibratedModel;
import org.beatbench.models.ModelCard;
import org.beatbench.plugins.KnownClassifier;

/** Makes an ONNX graph of a fitted model: from rows as they are given to the model up to the probabilities of the classes. */
public final class OnnxExport {

    /** The version of ONNX's operators that is taken unless another is asked for: that of 2022, which everything reads. */
    public static final int USUAL_OPSET = 17;

    /** The earliest version whose operators are used as they were then. */
    public static final int FIRST_OPSET = 13;

    /** The latest version that was tried. */
    public static final int LAST_OPSET = 21;

    /** What is asked: a table of {@code float}, a row for each beat. */
    static final String BEATS = "beats";

    /** What is answered: a table of {@code float}, a row for each beat and a column for each class. */
    static final String PROBABILITIES = "probabilities";

    /** Operators that trees are made of. */
    static final String LEARNED = "ai.onnx.ml";

    private static final int LEARNED_OPSET = 3;
    private static final String ROWS = "n";

    /** The earliest version of the file format in which all these operator sets may stand. */
    private static final int FILE_FORMAT = 10;

    private OnnxExport() {}

    /**
     * The graph of a model that has a card.
     *
     * @param opset version of the operators
     * @throws UserError if the model cannot be one, or for another version
     */
    public static OnnxGraph of(TrainedModel model, ModelCard card, int opset) {
        String id = card.classifier().id();
        GraphFacts facts = new GraphFacts(card.beats(), looksForEnd(model)).with(card);
        return of(model, card.beats(), id, facts, opset);
    }

    /**
     * The graph of a model.
     *
     * @param beats that it answers
     * @param id of its classifier
     * @param opset version of the operators
     * @throws UserError if the model cannot be one, or for another version
     */
    public static OnnxGraph of(TrainedModel model, BeatForm beats, String id, int opset) {
        return of(model, beats, id, new GraphFacts(beats, looksForEnd(model)), opset);
    }

    private static boolean looksForEnd(TrainedModel model) {
        return KnownClassifier.view(fitted(model), FittedNetworks.class).isPresent();
    }

    /** What was fitted, without what was done to its probabilities afterwards. */
    private static TrainedModel fitted(TrainedModel model) {
        return model instanceof CalibratedModel calibrated ? calibrated.model() : model;
    }

    private static OnnxGraph of(TrainedModel model, BeatForm beats, String id, GraphFacts facts, int opset) {
        if (opset < FIRST_OPSET || opset > LAST_OPSET) {
            throw new UserError(
                    "--opset must be " + FIRST_OPSET + " to " + LAST_OPSET + ": " + opset, "leave it out if in doubt");
        }
        Graph graph = new Graph(id, opset);
        graph.input(BEATS, ROWS, beats.length());
        Optional<FittedNetworks> networks = KnownClassifier.view(fitted(model), FittedNetworks.class);
        String fitted = networks.isPresent()
                ? new NetworkGraph(graph, BEATS, beats.columns())
                        .probabilities(networks.get().networks())
                : ofRows(fitted(model), graph).orElseThrow(() -> refused(id));
        String probabilities =
                model instanceof CalibratedModel calibrated ? at(calibrated.temperature(), fitted, graph) : fitted;
        graph.output(probabilities, PROBABILITIES, ROWS, beats.classes().size());
        ModelProto.Builder proto = ModelProto.newBuilder()
                .setIrVersion(FILE_FORMAT)
                .setProducerName("beatbench")
                .setProducerVersion(Machine.version())
                .setDocString("Classifies heartbeats. Not a medical device.")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(LEARNED).setVersion(LEARNED_OPSET))
                .setGraph(graph.proto());
        facts.all()
                .forEach((key, value) ->
                        proto.addMetadataPropsBuilder().setKey(key).setValue(value));
        return new OnnxGraph(proto.build().toByteArray(), opset);
    }

    /** Probabilities at a temperature, which is applied to their logarithms. */
    private static String at(Temperature temperature, String probabilities, Graph graph) {
        if (temperature.equals(Temperature.NEUTRAL)) {
            return probabilities;
        }
        String above = graph.value(
                "Max", graph.as(DataType.DOUBLE, probabilities), graph.doubles(new double[] {Temperature.SMALLEST}));
        String scaled =
                graph.value("Div", graph.value("Log", above), graph.doubles(new double[] {temperature.value()}));
        return graph.as(
                DataType.FLOAT, graph.node("Softmax", scaled).with("axis", 1).value());
    }

    private static Optional<String> ofRows(TrainedModel model, Graph graph) {
        RowGraph rows = new RowGraph(graph);
        Optional<PreparedModel> prepared = KnownClassifier.view(model, PreparedModel.class);
        TrainedModel answering = prepared.map(PreparedModel::answering).orElse(model);
        return KnownClassifier.view(answering, FittedRows.class)
                .map(fitted -> rows.probabilities(
                        prepared.map(one -> rows.prepared(BEATS, one.preparation()))
                                .orElse(BEATS),
                        fitted.rule()));
    }

    private static UserError refused(String id) {
        List<String> exportable = List.of("cnn", "resnet", "lstm", "gru", "logistic-regression", "decision-tree");
        String why = id.equals("knn")
                ? ": it answers by the training beats themselves, all of which the graph would hold and compare with"
                : ": nobody has said how it would be one";
        return new UserError(
                "a model of " + id + " cannot be an ONNX graph" + why, "take one of " + String.join(", ", exportable));
    }
}
