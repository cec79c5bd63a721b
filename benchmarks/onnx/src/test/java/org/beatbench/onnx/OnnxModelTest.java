package org.beatbench.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Predictions;
import org.beatbench.api.Provenance;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.models.BeatForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {

    private static Fitted fitted;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fit() {
        fitted = Fitted.of("cnn", Map.of("widths", "4", "hidden", "0", "epochs", "1"), Fitted.ROW, 3);
    }

    @AfterAll
    static void close() {
        fitted.close();
    }

    private static OnnxModel opened(int threads) {
        return OnnxModel.of(fitted.graph(), fitted.card().beats(), threads);
    }

    @Test
    void answersManyAtOnceAndByManyThreads() {
        Beats many = Fitted.beats(Fitted.ROW, 3, 700, 5);
        Predictions own = fitted.model().predict(many);
        try (OnnxModel model = opened(2)) {
            assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> model.predict(many)))
                    .allMatch(answers -> IntStream.range(0, 700)
                            .allMatch(row -> Math.abs(answers.probability(row, 1) - own.probability(row, 1)) < 1e-5));
        }
    }

    /** Rows alone do not say where a beat ends that ends at zero; whoever knows can tell. */
    @Test
    void knowsWhereABeatEndsAtZero() {
        float[] row = new float[Fitted.ROW.samples()];
        row[0] = 1;
        row[1] = 0.5f;
        for (int length : new int[] {2, 3, 30}) {
            Beats beat = Beats.of(
                    fitted.card().beats().classes(),
                    Rows.of(row, row.length),
                    List.of(Beat.anonymous(Beat.UNLABELLED, length)));
            try (OnnxModel model = opened(1)) {
                assertThat(Agreement.of(fitted.model(), model, beat).holds()).isTrue();
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // which keeps what is loaded
    void leavesNoNativeCodeBehind() {
        opened(1).close();
        assertThat(Path.of(System.getProperty("onnxruntime.native.path"))).doesNotExist();
        assertThat(OnnxLibrary.description()).startsWith("ONNX Runtime 1.");
    }

    @Test
    void keepsItsFile() throws Exception {
        try (OnnxModel model = opened(1)) {
            model.save(folder);
            Beats some = Fitted.beats(Fitted.ROW, 3, 20, 5);
            try (OnnxModel again =
                    OnnxModel.open(folder.resolve("model.onnx"), fitted.card().beats(), 1)) {
                assertThat(again.predict(some)).isEqualTo(model.predict(some));
            }
        }
    }

    @Test
    void isOfNoUseWhenClosed() {
        OnnxModel model = opened(1);
        model.close();
        model.close();
        assertThatThrownBy(() -> model.predict(Fitted.beats(Fitted.ROW, 3, 2, 5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model is closed");
    }

    @Test
    void refusesBeatsThatItIsNotFor() {
        try (OnnxModel model = opened(1)) {
            assertThatThrownBy(() -> model.predict(Fitted.beats(Form.row(39), 3, 2, 5)))
                    .hasMessageContaining("beats must be of 40 samples");
            float[] row = new float[Fitted.ROW.samples()];
            row[7] = Float.NaN;
            assertThatThrownBy(() -> model.predict(Beats.of(
                            fitted.card().beats().classes(),
                            Rows.of(row, row.length),
                            List.of(Beat.anonymous(Beat.UNLABELLED, 40)))))
                    .hasMessageContaining("column 7: not a finite number");
        }
    }

    @Test
    void refusesFilesThatAreNoSuchGraph() throws Exception {
        Path file = folder.resolve("other.onnx");
        BeatForm beats = fitted.card().beats();

        Files.writeString(file, "no graph");
        assertRefused(file, beats, "is no ONNX graph");

        fitted.graph().write(file);
        assertRefused(
                file, BeatForm.of(Fitted.beats(Form.row(39), 3, 2, 1), null, Provenance.of(List.of())), "39 columns");

        ModelProto.Builder reading = ModelProto.parseFrom(fitted.graph().bytes()).toBuilder();
        reading.getGraphBuilder().getInitializerBuilder(0).setDataLocation(DataLocation.EXTERNAL);
        Files.write(file, reading.build().toByteArray());
        assertRefused(file, beats, "it reads other files");

        ModelProto.Builder broken = ModelProto.parseFrom(fitted.graph().bytes()).toBuilder();
        broken.getGraphBuilder().getNodeBuilder(0).setOpType("Nonsense");
        Files.write(file, broken.build().toByteArray());
        assertRefused(file, beats, "is refused by ONNX Runtime");
    }

    private static void assertRefused(Path file, BeatForm beats, String why) {
        assertThatThrownBy(() -> OnnxModel.open(file, beats, 1))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(why);
    }

    @Test
    void aGraphThatAnswersOtherwiseIsRefused() throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxTwins twins = new OnnxTwins(OnnxExport.USUAL_OPSET);
        assertThat(twins.write(fitted.model(), fitted.card(), file).greatestDifference())
                .isLessThanOrEqualTo(Agreement.ALLOWED);
        assertThat(file).exists();

        TrainedModel shifted = new Shifted();
        assertThatThrownBy(() -> Agreement.requireHolds(Agreement.onMadeUp(
                        shifted, fitted.model(), fitted.card().beats())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not answer as the model does");
    }

    /** Answers a little beside what the model does. */
    private static final class Shifted implements TrainedModel {
        @Override
        public Predictions predict(Beats beats) {
            float[] all = fitted.model().predict(beats).probabilities().toArray();
            for (int i = 0; i < all.length; i += 3) {
                float part = Math.min(all[i], 1e-4f);
                all[i] -= part;
                all[i + 1] += part;
            }
            return Predictions.of(Rows.of(all, 3));
        }

        @Override
        public void save(Path folder) {}
    }
}
