package org.beatbench.deep.layers;

import java.util.SplittableRandom;
import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.Pass;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link KernelLayer} at work in a network of DL4J: between DL4J's arrays and the kernel's blocks. */
final class KernelRuntime extends BaseLayer<KernelLayer> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Kernel kernel;
    private transient @Nullable Activations block;
    private transient @Nullable Activations answer;
    private transient @Nullable Extent extent;

    KernelRuntime(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        if (!layerConf().takesSequences()) {
            throw new UnsupportedOperationException(
                    layerConf().getClass() + " needs features, which a network of DL4J does not hand on");
        }
        applyDropOutIfNecessary(training, workspaces);
        int beats = Math.toIntExact(input.size(0));
        int steps = Math.toIntExact(input.size(2));
        Kernel current = kernel(beats);
        if (numParams() > 0) {
            current.load(paramsFlattened.dup().data().asFloat(), 0);
        }
        Activations in =
                new Activations(beats, layerConf().stepsIn(), layerConf().channelsIn());
        in.resize(beats, steps);
        int[] lengths = Sequences.lengths(maskArray, beats, steps);
        for (int beat = 0; beat < beats; beat++) {
            in.setLength(beat, lengths[beat]);
        }
        Sequences.read(input, in);
        block = in;
        answer = current.forward(in, new Pass(training, new SplittableRandom(iterationCount).nextLong()));
        return Sequences.write(answer, layerConf().keepsTime(), dataType, workspaces, ArrayType.ACTIVATIONS);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        if (kernel == null || answer == null || block == null) {
            throw new IllegalStateException("backward before forward");
        }
        Activations gradient = new Activations(answer.samples(), answer.steps(), answer.channels());
        gradient.shapeLike(answer);
        Sequences.read(epsilon, gradient);
        Activations back = kernel.backward(gradient);
        Gradient gradients = new DefaultGradient();
        if (numParams() > 0) {
            float[] sums = new float[Math.toIntExact(numParams())];
            kernel.unload(sums, 0);
            gradientsFlattened.assign(org.nd4j.linalg.factory.Nd4j.createFromArray(sums)
                    .castTo(dataType)
                    .reshape(gradientsFlattened.shape()));
            gradientViews.forEach(gradients::setGradientFor);
        }
        INDArray inputGradient = Sequences.write(back, true, dataType, workspaces, ArrayType.ACTIVATION_GRAD);
        return new Pair<>(gradients, backpropDropOutIfPresent(inputGradient));
    }

    private Kernel kernel(int beats) {
        if (kernel == null || extent == null || extent.samples() < beats) {
            if (kernel != null) {
                kernel.close();
            }
            extent = new Extent(beats, layerConf().stepsIn(), true);
            kernel = layerConf().kernel(extent, false);
        }
        return kernel;
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArray(
            @Nullable INDArray mask, MaskState state, int minibatchSize) {
        setMaskArray(mask);
        maskState = state;
        if (mask == null || !layerConf().keepsTime()) {
            return null;
        }
        int beats = Math.toIntExact(mask.size(0));
        int steps = Math.toIntExact(mask.size(1));
        int[] lengths = Sequences.lengths(mask, beats, steps);
        for (int beat = 0; beat < beats; beat++) {
            lengths[beat] = layerConf().lengthOut(lengths[beat]);
        }
        // a block shorter than the longest is treated like a beat of its length
        return new Pair<>(Sequences.mask(lengths, layerConf().lengthOut(steps), mask.dataType()), state);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
            kernel = null;
        }
        super.close();
    }
}
