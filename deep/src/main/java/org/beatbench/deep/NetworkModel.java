package org.beatbench.deep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.fitted.FittedNetwork;
import org.beatbench.deep.fitted.FittedNetworks;
import org.beatbench.deep.layers.FittedLayers;
import org.beatbench.deep.training.Inference;
import org.beatbench.deep.training.KernelNetwork;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A trained network. It keeps the copies that answered, for the next question; they hold native memory, which {@link #close}
 * gives back.
 */
final class NetworkModel implements TrainedModel, FittedNetworks {

    private final MultiLayerNetwork network;
    private final float[] parameters;
    private final int block;
    private final int threads;
    private final ConcurrentLinkedQueue<KernelNetwork> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    NetworkModel(MultiLayerNetwork network, int threads) {
        this.network = network;
        this.parameters = network.params().dup().data().asFloat();
        this.block = KernelNetwork.block(network.getLayerWiseConfigurations());
        this.threads = threads;
    }

    @Override
    public Predictions predict(Beats beats) {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        int classes = beats.classes().size();
        if (beats.isEmpty()) {
            return Predictions.of(Rows.of(new float[0], classes));
        }
        List<KernelNetwork> networks = borrow(Math.min(threads, (beats.size() + block - 1) / block));
        try {
            float[] values = Inference.values(networks, block, beats, Cancellation.NEVER);
            return Predictions.of(Rows.of(Inference.probabilities(values, classes), classes));
        } finally {
            giveBack(networks);
        }
    }

    @Override
    public List<FittedNetwork> networks() {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        return List.of(FittedLayers.of(network));
    }

    private List<KernelNetwork> borrow(int count) {
        List<KernelNetwork> borrowed = new ArrayList<>();
        while (borrowed.size() < count) {
            KernelNetwork next = idle.poll();
            if (next == null) {
                next = KernelNetwork.of(network.getLayerWiseConfigurations(), block, false);
                next.load(parameters);
            }
            borrowed.add(next);
        }
        return borrowed;
    }

    private void giveBack(List<KernelNetwork> networks) {
        idle.addAll(networks);
        if (closed) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (KernelNetwork next = idle.poll(); next != null; next = idle.poll()) {
            next.close();
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        save(folder, 0);
    }

    /** Writes it as one member of several. */
    void save(Path folder, int member) throws IOException {
        NetworkFile.write(network, folder, member);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closeIdle();
            network.close();
        }
    }
}
