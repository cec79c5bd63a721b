package org.beatbench.micro.stock;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Beats;
import org.beatbench.deep.natives.Artifacts;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.ThroughputMeter;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network in DL4J's own layers, trained by DL4J's own loop. Nothing of Beatbench's that touches ND4J is used here, since it
 * would change how ND4J computes.
 */
public final class StockContestant implements Contestant {

    private static final String FILE = "network.zip";

    private final INDArray training;
    private final INDArray labels;
    private final INDArray test;
    private ComputationGraph graph;

    private StockContestant(Network network, Material material, long seed) {
        training = samples(network, material.training());
        labels = labels(material.training());
        test = samples(network, material.test());
        graph = new ComputationGraph(StockNetworks.of(network, seed));
        graph.init();
    }

    /** Whether DL4J has the layers of a network. */
    public static boolean has(Network network) {
        return network != Network.GRU;
    }

    /** A network with random weights. */
    public static StockContestant open(Network network, Material material, int threads, long seed) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        return new StockContestant(network, material, seed);
    }

    private static INDArray samples(Network network, Beats beats) {
        long size = beats.size();
        INDArray values = Nd4j.createFromArray(beats.samples().toArray());
        return StockNetworks.isFlat(network)
                ? values.reshape(size, 1, 1, Network.LENGTH)
                : values.reshape(size, 1, Network.LENGTH);
    }

    private static INDArray labels(Beats beats) {
        INDArray oneOfAll = Nd4j.zeros(DataType.FLOAT, beats.size(), Network.CLASSES);
        for (int row = 0; row < beats.size(); row++) {
            oneOfAll.putScalar(row, beats.label(row), 1);
        }
        return oneOfAll;
    }

    @Override
    public String library() {
        return "Deeplearning4j " + Artifacts.versions().get("deeplearning4j") + " on nd4j-native "
                + Artifacts.versions().get("nd4j-native");
    }

    /** Number of parameters, with the running means and variances of batch normalization. */
    long parameters() {
        return graph.numParams();
    }

    @Override
    public void train(int batch, ThroughputMeter meter) {
        int from = 0;
        while (!meter.isOver()) {
            step(from, from + batch);
            meter.advance(batch);
            from = from + 2 * batch > training.size(0) ? 0 : from + batch;
        }
    }

    /** One step on the beats of these rows; returns their mean loss before it. */
    double step(int from, int to) {
        graph.fit(new INDArray[] {rows(training, from, to)}, new INDArray[] {rows(labels, from, to)});
        return graph.score();
    }

    @Override
    public float[] predict(int from, int to) {
        return graph.outputSingle(rows(test, from, to)).dup('c').data().asFloat();
    }

    private static INDArray rows(INDArray all, int from, int to) {
        return all.get(NDArrayIndex.interval(from, to));
    }

    @Override
    public void save(Path folder) throws IOException {
        ModelSerializer.writeModel(graph, folder.resolve(FILE).toFile(), false);
    }

    @Override
    public void load(Path folder) throws IOException {
        graph = ModelSerializer.restoreComputationGraph(folder.resolve(FILE).toFile(), false);
    }

    @Override
    public void close() {
        graph.close();
    }
}
