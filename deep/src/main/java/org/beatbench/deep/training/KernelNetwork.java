package org.beatbench.deep.training;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.DenseKernel;
import org.beatbench.deep.kernel.DropoutKernel;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.FeatureJoinKernel;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.Pass;
import org.beatbench.deep.layers.KernelLayer;
import org.beatbench.deep.layers.StockKernel;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/**
 * A network of DL4J as a row of kernels, for one thread: the same layers, parameters and answers, without DL4J's arrays between
 * them. It ends before the softmax.
 */
public final class KernelNetwork implements AutoCloseable {

    private final List<Kernel> kernels = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final int steps;
    private final int channels;
    private final int parameters;
    private final int firstLearned;
    private final @Nullable FeatureJoinKernel join;

    /**
     * The kernels of a network.
     *
     * @param configuration a {@link KernelLayer} first, since that knows how long a beat is
     * @param samples most beats in a block
     * @param training whether it is to be trained
     * @throws IllegalArgumentException if a layer does something that no kernel does
     */
    public static KernelNetwork of(MultiLayerConfiguration configuration, int samples, boolean training) {
        return new KernelNetwork(configuration, samples, training);
    }

    private KernelNetwork(MultiLayerConfiguration configuration, int samples, boolean training) {
        int offset = 0;
        KernelLayer first = (KernelLayer) configuration.getConf(0).getLayer();
        steps = first.stepsIn();
        channels = first.channelsIn();
        int learned = -1;
        FeatureJoinKernel joining = null;
        InputType type = InputType.recurrent(channels, steps, RNNFormat.NCW);
        for (NeuralNetConfiguration conf : configuration.getConfs()) {
            Layer layer = conf.getLayer();
            kernels.add(kernel(conf, type, samples, training, learned < 0));
            if (kernels.get(kernels.size() - 1) instanceof FeatureJoinKernel next) {
                require(joining == null, "features that are joined twice");
                joining = next;
            }
            offsets.add(offset);
            int size = Math.toIntExact(layer.initializer().numParams(layer));
            learned = learned < 0 && size > 0 ? kernels.size() - 1 : learned;
            type = kernels.get(kernels.size() - 1) instanceof StockKernel
                    ? StockKernel.output(conf, (InputType.InputTypeRecurrent) type)
                    : layer.getOutputType(kernels.size() - 1, type);
            offset += size;
        }
        parameters = offset;
        firstLearned = learned;
        join = joining;
    }

    private static Kernel kernel(
            NeuralNetConfiguration conf, InputType input, int samples, boolean training, boolean first) {
        Layer layer = conf.getLayer();
        if (layer.getIDropout() != null && !(layer instanceof DropoutLayer)) {
            throw new IllegalArgumentException("dropout must be a layer of its own: " + layer);
        }
        if (layer instanceof KernelLayer own) {
            return own.kernel(new Extent(samples, own.stepsIn(), training), first);
        }
        if (input instanceof InputType.InputTypeRecurrent sequence) {
            return new StockKernel(conf, new Extent(samples, (int) sequence.getTimeSeriesLength(), training), sequence);
        }
        Extent rows = new Extent(samples, 1, training);
        int width = (int) input.arrayElementsPerExample();
        if (layer instanceof DenseLayer dense) {
            require(dense.hasBias(), "a dense layer without bias");
            require(!dense.hasLayerNorm(), "a dense layer with layer normalisation");
            IActivation activation = dense.getActivationFn();
            boolean relu = activation instanceof ActivationReLU;
            require(relu || activation instanceof ActivationIdentity, "the activation " + activation);
            return new DenseKernel(rows, width, (int) dense.getNOut(), relu);
        }
        if (layer instanceof BaseOutputLayer output) {
            require(output.hasBias(), "an output layer without bias");
            IActivation activation = output.getActivationFn();
            require(activation instanceof ActivationSoftmax, "an output layer with the activation " + activation);
            return new DenseKernel(rows, width, (int) output.getNOut(), false);
        }
        if (layer instanceof DropoutLayer dropout && dropout.getIDropout() instanceof Dropout rate) {
            return new DropoutKernel(rows, width, 1 - rate.getP());
        }
        throw new IllegalArgumentException("no kernel for rows in a layer of type " + layer.getClass());
    }

    private static void require(boolean known, String what) {
        if (!known) {
            throw new IllegalArgumentException("no kernel for " + what);
        }
    }

    /** Beats that should go through a network together. */
    public static int block(MultiLayerConfiguration configuration) {
        return configuration.getConfs().stream()
                .map(NeuralNetConfiguration::getLayer)
                .mapToInt(layer -> layer instanceof KernelLayer own ? own.block() : 1)
                .max()
                .orElse(1);
    }

    /** Number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** A buffer for blocks of input. */
    public Activations input(int samples) {
        return new Activations(samples, steps, channels);
    }

    /** A buffer for the features of blocks of input, one step per beat, of as many values as there are features. */
    Activations features(int samples) {
        return new Activations(samples, 1, join == null ? 0 : join.features());
    }

    /** Takes over the parameters, in DL4J's order. */
    public void load(float[] values) {
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).load(values, offsets.get(i));
        }
    }

    /** As {@link #forward(Activations, Pass)}, of beats with features, if there are any. */
    Activations forward(Activations block, Activations features, Pass pass) {
        if (join != null) {
            join.take(features);
        }
        return forward(block, pass);
    }

    /** Answers a block with one row per beat, the logarithms of unscaled probabilities. */
    public Activations forward(Activations block, Pass pass) {
        Activations now = block;
        for (Kernel kernel : kernels) {
            now = kernel.forward(now, pass);
        }
        return now;
    }

    /** Adds the gradients of a block to the sums. */
    public void backward(Activations gradient) {
        Activations now = gradient;
        for (int i = kernels.size() - 1; i >= firstLearned; i--) {
            now = kernels.get(i).backward(now);
        }
    }

    /** Adds the sums of the gradients to an array, and starts anew. */
    public void unload(float[] gradients) {
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).unload(gradients, offsets.get(i));
        }
    }

    @Override
    public void close() {
        kernels.forEach(Kernel::close);
    }
}
