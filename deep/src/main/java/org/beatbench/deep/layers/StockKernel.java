package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.Pass;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A layer of DL4J's own in a row of kernels, so that stock layers can be compared with these in one and the same loop. */
public final class StockKernel implements Kernel {

    private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

    private final Layer layer;
    private final INDArray parameters;
    private final INDArray gradients;
    private final int size;
    private final Activations whole;
    private final Activations answer;
    private final Activations inputGradient;
    private final float[] sums;
    private int stepsIn;

    /**
     * A layer at work.
     *
     * @param conf the layer's configuration
     * @param extent the largest block
     * @param input what comes in: a sequence
     * @throws IllegalArgumentException if the layer makes something else of it
     */
    public StockKernel(NeuralNetConfiguration conf, Extent extent, InputType.InputTypeRecurrent input) {
        InputType.InputTypeRecurrent sequence = output(conf, input);
        NeuralNetConfiguration own = conf.clone();
        size = Math.toIntExact(own.getLayer().initializer().numParams(own));
        parameters = Nd4j.zeros(DataType.FLOAT, Math.max(1, size));
        gradients = Nd4j.zeros(DataType.FLOAT, Math.max(1, size));
        sums = new float[size];
        layer = own.getLayer().instantiate(own, List.of(), 0, size > 0 ? parameters : null, false, DataType.FLOAT);
        if (size > 0) {
            layer.setBackpropGradientsViewArray(gradients);
        }
        whole = new Activations(extent.samples(), (int) input.getTimeSeriesLength(), (int) input.getSize());
        answer = new Activations(extent.samples(), (int) sequence.getTimeSeriesLength(), (int) sequence.getSize());
        inputGradient = new Activations(
                extent.training() ? extent.samples() : 0, (int) input.getTimeSeriesLength(), (int) input.getSize());
    }

    /**
     * What comes out of a layer that makes sequences of sequences; as many steps as come in where the layer does not say.
     *
     * @throws IllegalArgumentException if it makes something else
     */
    public static InputType.InputTypeRecurrent output(NeuralNetConfiguration conf, InputType.InputTypeRecurrent input) {
        // a pooling over all of time makes rows, though it says of itself that it makes sequences
        if (conf.getLayer() instanceof GlobalPoolingLayer
                || !(conf.getLayer().getOutputType(0, input) instanceof InputType.InputTypeRecurrent output)) {
            throw new IllegalArgumentException(
                    "a stock layer must answer sequences: " + conf.getLayer().getClass());
        }
        return output.getTimeSeriesLength() >= 1
                ? output
                : (InputType.InputTypeRecurrent)
                        InputType.recurrent(output.getSize(), input.getTimeSeriesLength(), RNNFormat.NCW);
    }

    @Override
    public void load(float[] from, int offset) {
        if (size > 0) {
            float[] mine = new float[size];
            System.arraycopy(from, offset, mine, 0, size);
            parameters.assign(Nd4j.createFromArray(mine));
        }
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        int beats = block.samples();
        int[] lengths = new int[beats];
        for (int beat = 0; beat < beats; beat++) {
            lengths[beat] = block.length(beat);
        }
        // stock layers do not know of steps that are not there, so blocks are as long as beats can be
        // a copy, since the layer before needs its own for the way back
        whole.widen(block);
        stepsIn = block.steps();
        INDArray mask = Sequences.mask(lengths, whole.steps(), DataType.FLOAT);
        INDArray in = Sequences.write(whole, true, DataType.FLOAT, NO_WORKSPACES, ArrayType.INPUT);
        layer.setInput(in, NO_WORKSPACES);
        layer.setInputMiniBatchSize(beats);
        layer.setMaskArray(mask);
        INDArray out = layer.activate(pass.training(), NO_WORKSPACES);
        answer.resize(beats, answer.capacitySteps());
        Pair<INDArray, MaskState> masked = layer.feedForwardMaskArray(mask, MaskState.Active, beats);
        int[] left = Sequences.lengths(masked == null ? null : masked.getFirst(), beats, answer.steps());
        for (int beat = 0; beat < beats; beat++) {
            answer.setLength(beat, left[beat]);
        }
        Sequences.read(out, answer);
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        INDArray epsilon = Sequences.write(gradient, true, DataType.FLOAT, NO_WORKSPACES, ArrayType.ACTIVATION_GRAD);
        INDArray back = layer.backpropGradient(epsilon, NO_WORKSPACES).getSecond();
        if (size > 0) {
            float[] all = gradients.dup().data().asFloat();
            for (int i = 0; i < size; i++) {
                sums[i] += all[i];
            }
        }
        inputGradient.shapeLike(whole);
        Sequences.read(back, inputGradient);
        inputGradient.resize(whole.samples(), stepsIn);
        return inputGradient;
    }

    @Override
    public void unload(float[] into, int offset) {
        for (int i = 0; i < size; i++) {
            into[offset + i] += sums[i];
            sums[i] = 0f;
        }
    }

    @Override
    public void close() {
        layer.clear();
        parameters.close();
        gradients.close();
    }
}
