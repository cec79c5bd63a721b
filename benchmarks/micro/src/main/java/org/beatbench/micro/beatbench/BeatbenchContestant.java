package org.beatbench.micro.beatbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.CnnProvider;
import org.beatbench.deep.natives.NativeLibraries;
import org.beatbench.harness.Machine;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.ThroughputMeter;

/**
 * A network of Beatbench, trained and asked through the same interface as in a run. A fit begins anew each time it is told to
 * train, and is cancelled when it is enough; what answers is a network that was trained for one pass when this was opened.
 */
public final class BeatbenchContestant implements Contestant {

    private static final int BATCH = 128;
    private static final int WITHOUT_END = 10_000;

    private final Network network;
    private final Beats training;
    private final Beats nobody;
    private final Beats test;
    private final int threads;
    private final long seed;
    private TrainedModel model;

    private BeatbenchContestant(Network network, Material material, int threads, long seed) {
        this.network = network;
        this.training = material.training();
        this.nobody = training.select(Selection.of());
        this.test = material.test().sealed();
        this.threads = threads;
        this.seed = seed;
        this.model = fit(BATCH, 1, Progress.NONE, Cancellation.NEVER);
    }

    /** A network that was trained for one pass. */
    public static BeatbenchContestant open(Network network, Material material, int threads, long seed) {
        return new BeatbenchContestant(network, material, threads, seed);
    }

    private TrainedModel fit(int batch, int epochs, Progress progress, Cancellation cancellation) {
        FitContext context = new FitContext(
                nobody, seed, threads, Path.of(System.getProperty("java.io.tmpdir")), progress, cancellation);
        return BeatbenchNetworks.of(network, batch, epochs).fit(training, context);
    }

    @Override
    public String library() {
        return "Beatbench " + Machine.version() + " on " + NativeLibraries.description();
    }

    @Override
    public void train(int batch, ThroughputMeter meter) {
        try {
            fit(batch, WITHOUT_END, new MeteredProgress(meter), meter::isOver).close();
        } catch (CancelledException e) {
            // that is how it is told to stop
        }
    }

    @Override
    public float[] predict(int from, int to) {
        Selection rows = Selection.of(IntStream.range(from, to).toArray());
        return model.predict(test.select(rows)).probabilities().toArray();
    }

    @Override
    public void save(Path folder) throws IOException {
        model.save(folder);
    }

    @Override
    public void load(Path folder) throws IOException {
        model.close();
        // any of the providers restores any of their networks
        model = new CnnProvider().load(folder, new LoadContext(test.form(), test.classes(), threads));
    }

    @Override
    public void close() {
        model.close();
    }
}
