package org.beatbench.micro.libtorch;

import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.ThroughputMeter;

/** A network in libtorch, the library below PyTorch, called through DJL. */
public final class LibtorchContestant implements Contestant {

    private static final String PARAMETERS = "network.params";

    private final Engine engine;
    private final NDManager manager;
    private final Block block;
    private final ParameterStore store;
    private final List<Parameter> trained;
    private final Optimizer optimizer =
            Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build();
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final NDArray training;
    private final NDArray labels;
    private final NDArray test;

    private LibtorchContestant(Engine engine, Network network, Material material) {
        this.engine = engine;
        manager = engine.newBaseManager();
        block = LibtorchNetworks.of(network);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, Network.LENGTH));
        store = new ParameterStore(manager, false);
        trained = block.getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .toList();
        training = samples(material.training());
        labels = labels(material.training());
        test = samples(material.test());
    }

    /** Why libtorch cannot be used here, if so. */
    public static Optional<String> absence() {
        ClassLoader loader = LibtorchContestant.class.getClassLoader();
        return loader.getResource("native/lib/pytorch.properties") == null
                ? Optional.of("libtorch is not on the class path; build with -Plibtorch")
                : Optional.empty();
    }

    /** A network with random weights. */
    public static LibtorchContestant open(Network network, Material material, int threads, long seed) {
        // Read when the engine starts: no network, no telemetry, and the threads.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        Engine engine = Engine.getEngine("PyTorch");
        engine.setRandomSeed((int) seed);
        return new LibtorchContestant(engine, network, material);
    }

    private NDArray samples(Beats beats) {
        FloatBuffer values = FloatBuffer.wrap(beats.samples().toArray());
        return manager.create(values, new Shape(beats.size(), 1, Network.LENGTH), DataType.FLOAT32);
    }

    private NDArray labels(Beats beats) {
        long[] values = new long[beats.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = beats.label(row);
        }
        return manager.create(values, new Shape(values.length, 1));
    }

    @Override
    public String library() {
        return "libtorch " + engine.getVersion() + " through DJL " + Engine.getDjlVersion();
    }

    /** Number of values that training changes. */
    long parameters() {
        return trained.stream()
                .mapToLong(parameter -> parameter.getArray().size())
                .sum();
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
    float step(int from, int to) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            NDIndex rows = new NDIndex().addSliceDim(from, to);
            NDList logits = block.forward(store, new NDList(training.get(step, rows)), true);
            NDArray mean = loss.evaluate(new NDList(labels.get(step, rows)), logits);
            collector.backward(mean);
            for (Parameter parameter : trained) {
                NDArray values = parameter.getArray();
                try (NDArray gradient = values.getGradient()) {
                    // DJL sets the gradient to zero afterwards.
                    optimizer.update(parameter.getId(), values, gradient);
                }
            }
            return mean.getFloat();
        }
    }

    @Override
    public float[] predict(int from, int to) {
        try (NDManager answer = manager.newSubManager()) {
            NDArray beats = test.get(answer, new NDIndex().addSliceDim(from, to));
            return block.forward(store, new NDList(beats), false)
                    .singletonOrThrow()
                    .softmax(1)
                    .toFloatArray();
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(PARAMETERS)))) {
            block.saveParameters(out);
        }
    }

    @Override
    public void load(Path folder) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(PARAMETERS)))) {
            block.loadParameters(manager, in);
        } catch (MalformedModelException e) {
            throw new IOException("not a network of this kind: " + folder, e);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
