package org.beatbench.deep.layers;

import java.util.Collection;
import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a DL4J layer whose arithmetic is a {@link Kernel}. In a network of DL4J it behaves like any other layer; a
 * training loop that knows kernels can also ask for them and leave DL4J's arrays out of it.
 */
public abstract class KernelLayer extends FeedForwardLayer {

    private static final long serialVersionUID = 1L;

    /** Most time steps of the input; set with the number of channels, from the layer before. */
    @JsonProperty
    private int steps;

    /** For DL4J's serializer and for subclasses. */
    protected KernelLayer() {}

    /** The arithmetic, for one thread and blocks of at most this extent. */
    public abstract Kernel kernel(Extent extent, boolean first);

    /** Time steps that come out of so many. */
    protected abstract int stepsOut(int stepsIn);

    /** Time steps that are left of a beat of so many. */
    protected int lengthOut(int length) {
        return keepsTime() ? stepsOut(length) : 1;
    }

    /** Channels that come out. */
    protected abstract int channelsOut();

    /** Whether time is left, so that what comes out is a sequence; if not, it is a row. */
    protected boolean keepsTime() {
        return true;
    }

    /** Whether all it needs comes from the layer before, as a sequence, as it does in a network of DL4J. */
    boolean takesSequences() {
        return true;
    }

    /** The parameters, in the order in which the kernel expects them. */
    abstract List<ParameterGroup> parts();

    /** What the layer computes when it answers, with the parameters that a network has. */
    abstract FittedLayer fitted(FittedValues values);

    /**
     * Tells the largest number of time steps to a layer behind one of DL4J's that does not pass it on, such as {@code
     * Bidirectional}.
     */
    public final KernelLayer expecting(int mostSteps) {
        steps = mostSteps;
        return this;
    }

    /** Beats that should go through the layer together, for its matrix products or statistics to be good. */
    public int block() {
        return 4;
    }

    /** Channels that come in. */
    public final int channelsIn() {
        return Math.toIntExact(getNIn());
    }

    /** Most time steps that come in. */
    public final int stepsIn() {
        return steps;
    }

    /** Whether values of a parameter group are learned, follow the data, or decay, see {@link #decays}. */
    public final boolean learns(String key) {
        return part(key).role() != ParameterGroup.Role.STATISTIC;
    }

    /** Whether weight decay acts on a parameter group. */
    public final boolean decays(String key) {
        return part(key).role() == ParameterGroup.Role.WEIGHT;
    }

    private ParameterGroup part(String key) {
        return parts().stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + key));
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        KernelRuntime layer = new KernelRuntime(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialise));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return KernelParameters.INSTANCE;
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        setNIn(input, false);
        return keepsTime()
                ? InputType.recurrent(channelsOut(), stepsOut(steps), RNNFormat.NCW)
                : InputType.feedForward(channelsOut());
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        if (!(input instanceof InputType.InputTypeRecurrent sequence)) {
            throw new IllegalStateException("layer " + getLayerName()
                    + " needs a sequence, InputType.recurrent(channels, steps), not " + input);
        }
        if (sequence.getTimeSeriesLength() < 1 && steps < 1) {
            throw new IllegalStateException(
                    "layer " + getLayerName() + " needs to know the largest number of time steps");
        }
        if (sequence.getFormat() != RNNFormat.NCW) {
            throw new IllegalStateException("layer " + getLayerName() + " needs sequences in the format NCW");
        }
        if (sequence.getTimeSeriesLength() >= 1) {
            steps = Math.toIntExact(sequence.getTimeSeriesLength());
        }
        setNIn(sequence.getSize());
        setNOut(channelsOut());
    }

    @Override
    public @org.jspecify.annotations.Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public IUpdater getUpdaterByParam(String key) {
        return learns(key) ? super.getUpdaterByParam(key) : new NoOp();
    }

    @Override
    public List<Regularization> getRegularizationByParam(String key) {
        if (decays(key)) {
            return getRegularization();
        }
        return learns(key) ? getRegularizationBias() : List.of();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        long activations = (long) stepsOut(steps) * channelsOut();
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, getOutputType(0, input))
                .standardMemory(ParameterGroup.size(parts()), ParameterGroup.size(parts()))
                .workingMemory(0, activations, 0, 2 * activations)
                .cacheMemory(0, 0)
                .build();
    }
}
