package org.beatbench.micro.runtimes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Provenance;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.CnnProvider;
import org.beatbench.micro.contest.Material;
import org.beatbench.models.BeatForm;
import org.beatbench.onnx.OnnxExport;
import org.beatbench.onnx.OnnxModel;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A network that Beatbench trained in a duel, what computes it, and the beats that it is asked about, one after the other. */
@State(Scope.Benchmark)
public class AnsweringNetwork {

    /** Beatbench's own code, or ONNX Runtime. */
    @Param({"own", "onnx"})
    public String runtime = "";

    /** All networks of a duel. */
    @Param({"cnn", "resnet", "resnet-bn", "resnet-32", "lstm", "gru"})
    public String network = "";

    /** The folder that the duel wrote. */
    @Param("results/micro")
    public String results = "";

    /** Threads that answer. */
    @Param("1")
    public int threads = 1;

    private TrainedModel model;
    private Beats beats;
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException {
        beats = Material.read(Path.of(results, "material")).test().sealed();
        LoadContext context = new LoadContext(beats.form(), beats.classes(), threads);
        // any of the providers restores any of their networks
        model = new CnnProvider().load(Path.of(results, "models", "beatbench", network), context);
        if (runtime.equals("onnx")) {
            BeatForm form = BeatForm.of(beats, null, Provenance.of(List.of()));
            try (TrainedModel own = model) {
                model = OnnxModel.of(OnnxExport.of(own, form, network, OnnxExport.USUAL_OPSET), form, threads);
            }
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        model.close();
    }

    /** What it answers to the next beats. */
    Predictions answer(int count) {
        int from = next + count > beats.size() ? 0 : next;
        next = from + count;
        return model.predict(
                beats.select(Selection.of(IntStream.range(from, next).toArray())));
    }
}
