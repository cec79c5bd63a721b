package org.beatbench.micro.latency;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.micro.Library;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A network that a duel trained and saved, and the beats it is asked about, one after the other. */
@State(Scope.Benchmark)
public class SavedNetwork {

    /** Beatbench; libtorch and DL4J are the baselines. */
    @Param({"beatbench", "libtorch", "dl4j"})
    public String library = "";

    /** All networks that all of them have. */
    @Param({"cnn", "resnet", "resnet-bn", "resnet-32", "lstm"})
    public String network = "";

    /** The folder that the duel wrote. */
    @Param("results/micro")
    public String results = "";

    private Contestant contestant;
    private int beats;
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException {
        Material material = Material.read(Path.of(results, "material"));
        beats = material.test().size();
        contestant = Library.of(library)
                .open(Network.of(network), material, Runtime.getRuntime().availableProcessors(), 1);
        contestant.load(Path.of(results, "models", library, network));
    }

    @TearDown(Level.Trial)
    public void close() {
        contestant.close();
    }

    /** The probabilities of the next beats. */
    float[] predict(int count) {
        int from = next + count > beats ? 0 : next;
        next = from + count;
        return contestant.predict(from, next);
    }
}
