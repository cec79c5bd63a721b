package org.beatbench.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Temperature;
import org.beatbench.classical.fitted.FittedRows;
import org.beatbench.classical.fitted.FittedRule;
import org.beatbench.models.CalibratedModel;
import org.beatbench.plugins.KnownClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs answer as the models do, whatever the settings. */
class OnnxExportTest {

    private static final Map<String, String> CONVOLUTIONS =
            Map.of("widths", "6 8 5", "kernel", "3", "hidden", "7", "epochs", "5", "learning-rate", "0.02");
    private static final Map<String, String> RESIDUAL =
            Map.of("widths", "6 8", "stem-kernel", "5", "kernel", "3", "epochs", "5", "learning-rate", "0.02");
    private static final Map<String, String> RECURRENT = Map.of("units", "6", "epochs", "5", "learning-rate", "0.02");

    /** Each setting that changes what a network computes when it answers. */
    static Stream<Arguments> networks() {
        List<Arguments> all = new ArrayList<>();
        List.of(
                        "",
                        "batch-normalisation=true",
                        "pooling=mean",
                        "pooling=max",
                        "pooling=mean-max sees-length=true",
                        "hidden=0",
                        "widths=6",
                        "stock-layers=true",
                        "members=2")
                .forEach(settings -> all.add(Arguments.of("cnn", with(CONVOLUTIONS, settings))));
        List.of("", "batch-normalisation=true", "pooling=flatten", "pooling=mean sees-length=true", "widths=6")
                .forEach(settings -> all.add(Arguments.of("resnet", with(RESIDUAL, settings))));
        for (String cell : List.of("lstm", "gru")) {
            List.of(
                            "patch=1 depth=1 bidirectional=false pooling=end",
                            "patch=1 depth=1 bidirectional=true pooling=end",
                            "patch=7 depth=2 bidirectional=true pooling=mean-max sees-length=true",
                            "patch=4 depth=2 bidirectional=false pooling=max",
                            "patch=8 depth=1 bidirectional=true pooling=mean members=2")
                    .forEach(settings -> all.add(Arguments.of(cell, with(RECURRENT, settings))));
        }
        List.of("patch=8 bidirectional=true pooling=max depth=2", "patch=10 bidirectional=false pooling=mean depth=1")
                .forEach(settings ->
                        all.add(Arguments.of("lstm", with(RECURRENT, settings + " stock-layers=true epochs=1"))));
        return all.stream();
    }

    private static Map<String, String> with(Map<String, String> usual, String settings) {
        Map<String, String> all = new TreeMap<>(usual);
        Arrays.stream(settings.split(" "))
                .filter(setting -> !setting.isEmpty())
                .map(setting -> setting.split("="))
                .forEach(setting -> all.put(setting[0], setting[1]));
        return all;
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("logistic-regression", Map.of()),
                Arguments.of("logistic-regression", Map.of("class-weights", "balanced", "optimiser", "adam")),
                Arguments.of("decision-tree", Map.of()),
                Arguments.of("decision-tree", Map.of("rounding", "0", "min-split-weight", "1")),
                Arguments.of("decision-tree", Map.of("rounding", "15", "class-weights", "balanced")));
    }

    static Stream<Arguments> ofForms() {
        return Stream.of(
                Arguments.of("cnn", CONVOLUTIONS),
                Arguments.of("resnet", RESIDUAL),
                Arguments.of("lstm", with(RECURRENT, "patch=3")),
                Arguments.of("gru", with(RECURRENT, "patch=1 depth=1")),
                Arguments.of("logistic-regression", Map.of()),
                Arguments.of("decision-tree", Map.of("rounding", "0")));
    }

    private static void assertAgrees(Fitted fitted, int opset) {
        Beats many = Fitted.beats(
                fitted.card().beats().columns(), fitted.card().beats().classes().size(), 256, 7);
        try (fitted;
                OnnxModel other = OnnxModel.of(
                        OnnxExport.of(fitted.model(), fitted.card(), opset),
                        fitted.card().beats(),
                        2)) {
            Agreement agreement = Agreement.of(fitted.model(), other, many)
                    .and(Agreement.onMadeUp(fitted.model(), other, fitted.card().beats()));
            for (int row = 0; row < 12; row++) {
                agreement = agreement.and(Agreement.of(fitted.model(), other, many.select(Selection.of(row))));
            }
            assertThat(agreement.greatestDifference()).isLessThanOrEqualTo(Agreement.ALLOWED);
            assertThat(agreement.otherClasses()).isZero();
            assertThat(agreement.beats()).isGreaterThan(500);
            assertThat(other.predict(many.select(Selection.of())).size()).isZero();
            Predictions answers = fitted.model().predict(many);
            long answered = IntStream.range(0, answers.size())
                    .map(answers::label)
                    .distinct()
                    .count();
            assertThat(answered).as("a model that tells beats apart").isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void networksAnswerAlike(String id, Map<String, String> settings) {
        assertAgrees(Fitted.of(id, settings, Fitted.ROW, 3), OnnxExport.USUAL_OPSET);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rulesAnswerAlike(String id, Map<String, String> settings) {
        assertAgrees(Fitted.of(id, settings, Fitted.ROW, 3), OnnxExport.USUAL_OPSET);
    }

    @ParameterizedTest
    @MethodSource("ofForms")
    void takesChannelsAndFeatures(String id, Map<String, String> settings) {
        assertAgrees(Fitted.of(id, settings, Fitted.LEADS, 2), OnnxExport.USUAL_OPSET);
    }

    @ParameterizedTest
    @ValueSource(ints = {OnnxExport.FIRST_OPSET, 18, OnnxExport.LAST_OPSET})
    void takesOtherVersionsOfOperators(int opset) {
        assertAgrees(Fitted.of("cnn", with(CONVOLUTIONS, "pooling=mean-max"), Fitted.ROW, 3), opset);
        assertAgrees(Fitted.of("gru", with(RECURRENT, "pooling=mean-max patch=4"), Fitted.LEADS, 3), opset);
        assertAgrees(Fitted.of("decision-tree", Map.of(), Fitted.LEADS, 3), opset);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 2.5})
    void keepsTheTemperature(double temperature) {
        for (String id : List.of("cnn", "decision-tree", "logistic-regression")) {
            Fitted fitted = Fitted.of(id, id.equals("cnn") ? CONVOLUTIONS : Map.of(), Fitted.ROW, 3);
            assertAgrees(
                    new Fitted(new CalibratedModel(fitted.model(), new Temperature(temperature)), fitted.card()),
                    OnnxExport.USUAL_OPSET);
        }
    }

    @Test
    void noBeatChangesItsBranchAtAThreshold() {
        try (Fitted fitted =
                        Fitted.of("decision-tree", Map.of("rounding", "0", "min-split-weight", "1"), Fitted.ROW, 3);
                OnnxModel other = OnnxModel.of(fitted.graph(), fitted.card().beats(), 1)) {
            FittedRule.Tree tree = (FittedRule.Tree) KnownClassifier.view(fitted.model(), FittedRows.class)
                    .orElseThrow()
                    .rule();
            Beats.Builder edges = Beats.builder(fitted.card().beats().classes(), Fitted.ROW);
            Beats some = Fitted.beats(Fitted.ROW, 3, 40, 11);
            for (FittedRule.Node node : tree.nodes()) {
                if (node instanceof FittedRule.Question question) {
                    for (int row = 0; row < some.size(); row++) {
                        float[] values = some.samples().row(row);
                        float edge = (float) question.threshold();
                        values[question.column()] = new float[] {edge, Math.nextUp(edge), Math.nextDown(edge)}[row % 3];
                        edges.add(values, Beat.anonymous(Beat.UNLABELLED, values.length));
                    }
                }
            }
            Beats asked = edges.build();
            assertThat(asked.size()).isGreaterThan(100);
            assertThat(other.predict(asked)).isEqualTo(fitted.model().predict(asked));
        }
        assertThat(RowGraph.notAbove(0.1)).isEqualTo(Math.nextDown(0.1f));
        assertThat(RowGraph.notAbove(0.5)).isEqualTo(0.5f);
        assertThat(RowGraph.notAbove(1e300)).isEqualTo(Float.MAX_VALUE);
    }

    @Test
    void aTreeMayBeOneLeaf() {
        try (Fitted fitted = Fitted.of("decision-tree", Map.of("min-split-weight", "1000"), Fitted.ROW, 2);
                OnnxModel other = OnnxModel.of(fitted.graph(), fitted.card().beats(), 1)) {
            Beats asked = Fitted.beats(Fitted.ROW, 2, 9, 3);
            assertThat(other.predict(asked)).isEqualTo(fitted.model().predict(asked));
        }
    }

    /** Of numbers half way between two steps one would go the other way if the half were added in single precision. */
    @Test
    void roundsAsTheModelDoes() {
        try (Fitted fitted = Fitted.of("decision-tree", Map.of("rounding", "255"), Fitted.ROW, 3);
                OnnxModel other = OnnxModel.of(fitted.graph(), fitted.card().beats(), 1)) {
            Beats.Builder halves = Beats.builder(fitted.card().beats().classes(), Fitted.ROW);
            for (int step = 0; step < 255; step++) {
                for (float edge = Math.nextDown(Math.nextDown((step + 0.5f) / 255));
                        edge <= Math.nextUp((step + 0.5f) / 255);
                        edge = Math.nextUp(edge)) {
                    float[] values = new float[Fitted.ROW.samples()];
                    Arrays.fill(values, edge);
                    halves.add(values, Beat.anonymous(Beat.UNLABELLED, values.length));
                }
            }
            Beats asked = halves.build();
            assertThat(other.predict(asked)).isEqualTo(fitted.model().predict(asked));
        }
    }

    @Test
    void saysWhatItsInputIs() throws Exception {
        try (Fitted fitted = Fitted.of("gru", with(RECURRENT, "patch=4"), Fitted.LEADS, 3)) {
            ModelProto file = ModelProto.parseFrom(fitted.graph().bytes());
            Map<String, String> said = file.getMetadataPropsList().stream()
                    .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
            assertThat(said)
                    .containsEntry("beatbench.classifier", "gru 1")
                    .containsEntry("beatbench.classes", "[\"C0\",\"C1\",\"C2\"]")
                    .containsEntry("beatbench.form", "leads")
                    .containsEntry("beatbench.samples", "24")
                    .containsEntry("beatbench.channels", "[\"channel-0\",\"channel-1\"]")
                    .containsEntry("beatbench.features", "[\"feature-0\",\"feature-1\",\"feature-2\"]")
                    .containsEntry("beatbench.rate", "120.0")
                    .containsEntry("beatbench.scaled", "no")
                    .containsEntry("beatbench.leads", "[[\"MLII\",\"II\"]]")
                    .containsEntry("beatbench.scaling", "0 to 1")
                    .containsEntry("beatbench.seconds-after", "1.5")
                    .containsEntry("beatbench.dataset", "toy 0123456789abcdef")
                    .containsEntry("beatbench.assumptions", "[\"They are made up.\"]")
                    .containsKey("beatbench.length");
            assertThat(said.get("beatbench.card")).matches("[0-9a-f]{64}");
            assertThat(file.getOpsetImport(0).getVersion()).isEqualTo(OnnxExport.USUAL_OPSET);
            assertThat(file.getGraph().getInputList()).singleElement().satisfies(input -> {
                assertThat(input.getName()).isEqualTo("beats");
                assertThat(input.getType().getTensorType().getShape().getDim(0).getDimParam())
                        .isEqualTo("n");
                assertThat(input.getType().getTensorType().getShape().getDim(1).getDimValue())
                        .isEqualTo(51);
            });
            assertThat(file.getGraph().getOutputList()).singleElement().satisfies(output -> assertThat(output.getName())
                    .isEqualTo("probabilities"));
        }
    }

    @Test
    void aModelWithoutACardSaysWhatItAnswers() throws Exception {
        try (Fitted fitted = Fitted.of("logistic-regression", Map.of(), Fitted.ROW, 3)) {
            OnnxGraph graph =
                    OnnxExport.of(fitted.model(), fitted.card().beats(), "regression", OnnxExport.USUAL_OPSET);
            ModelProto file = ModelProto.parseFrom(graph.bytes());
            assertThat(file.getGraph().getName()).isEqualTo("regression");
            assertThat(file.getMetadataPropsList())
                    .extracting(StringStringEntryProto::getKey)
                    .contains("beatbench.classes")
                    .doesNotContain("beatbench.card", "beatbench.length");
        }
    }

    @Test
    void refusesNeighboursByName() {
        try (Fitted fitted = Fitted.of("knn", Map.of(), Fitted.ROW, 3)) {
            assertThatThrownBy(fitted::graph)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("knn")
                    .hasMessageContaining("training beats themselves");
        }
        try (Fitted fitted = Fitted.of("knn", Map.of(), Fitted.LEADS, 3)) {
            assertThatThrownBy(fitted::graph).isInstanceOf(UserError.class).hasMessageContaining("knn");
        }
    }

    @Test
    void refusesVersionsThatNobodyTried() {
        try (Fitted fitted = Fitted.of("logistic-regression", Map.of(), Form.row(8), 3)) {
            assertThatThrownBy(() -> OnnxExport.of(fitted.model(), fitted.card(), 12))
                    .isInstanceOf(UserError.class)
                    .hasMessage("--opset must be 13 to 21: 12");
        }
    }
}
