package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.TimePooling;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's own layers in a row of kernels do what they do in a network of DL4J, if that tells them where beats end. */
final class StockKernelTest {

    @Test
    void convolves() {
        assertSame(
                Patches.of(1),
                convolution(),
                new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                PooledTime.of(TimePooling.MEAN, false));
    }

    /**
     * Gradients not where the kernels' blocks are longer than DL4J's: padding that DL4J's LSTM runs through before a beat, as
     * its backward half does, adds to the gradient of its biases in spite of the mask.
     */
    @Test
    void remembers() {
        MultiLayerNetwork network = Networks.of(List.of(
                Patches.of(2),
                new Bidirectional(Bidirectional.Mode.CONCAT, lstm()),
                PooledTime.of(TimePooling.MEAN_MAX, false).expecting(7)));
        for (Batch batch : List.of(Batch.full(), Batch.masked(), Batch.maskedAndShorter(8), Batch.full())) {
            assertSameAnswer(network, batch);
        }
        for (Batch batch : List.of(Batch.full(), Batch.masked(), Batch.full())) {
            assertSameGradients(network, batch);
        }
    }

    /** The layer before must not notice that a stock layer wants longer blocks. */
    @Test
    void standsBehindLayersThatAreNoStock() {
        assertSame(TemporalConvolution.of(4, 3, true), lstm(), PooledTime.of(TimePooling.MEAN, false));
    }

    private static Convolution1DLayer convolution() {
        return new Convolution1DLayer.Builder(3)
                .rnnDataFormat(RNNFormat.NCW)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(4)
                .activation(Activation.RELU)
                .build();
    }

    private static LSTM lstm() {
        return new LSTM.Builder().nOut(3).activation(Activation.TANH).build();
    }

    private static void assertSame(Layer... layers) {
        MultiLayerNetwork network = Networks.of(List.of(layers));
        for (Batch batch : List.of(Batch.full(), Batch.masked(), Batch.maskedAndShorter(8), Batch.full())) {
            assertSameAnswer(network, batch);
            assertSameGradients(network, batch);
        }
    }

    private static void assertSameAnswer(MultiLayerNetwork network, Batch batch) {
        mask(network, batch);
        List<INDArray> activations = network.feedForward(batch.features(), false);
        network.clearLayerMaskArrays();
        Comparison.assertSameAnswer(activations.get(activations.size() - 1), network, batch);
    }

    private static void assertSameGradients(MultiLayerNetwork network, Batch batch) {
        mask(network, batch);
        Comparison.assertClose(Comparison.maskedGradients(network, batch), KernelPath.gradients(network, batch), 2e-6);
    }

    /**
     * Gives every layer its mask. DL4J 1.0.0-M2.1 asks its own layers what a mask becomes behind them, and does not give it to
     * them: in a network of DL4J a convolution answers its bias behind the end of a beat, and a maximum sees it; the backward
     * half of a bidirectional layer begins in the padding. The kernels do not follow it there.
     */
    private static void mask(MultiLayerNetwork network, Batch batch) {
        network.setLayerMaskArrays(batch.mask(), null);
        INDArray mask = batch.mask();
        for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
            if (mask != null) {
                layer.setMaskArray(mask);
                Pair<INDArray, MaskState> behind = layer.feedForwardMaskArray(mask, MaskState.Active, batch.size());
                mask = behind == null ? null : behind.getFirst();
            }
        }
    }

    /** What a stock layer answers to a beat does not depend on what goes through it together. */
    @ParameterizedTest
    @ValueSource(ints = {2, 6, 12})
    void answersAPaddedBeatAsTheSameBeatAlone(int length) {
        for (Layer stock : List.of(convolution(), new Bidirectional(Bidirectional.Mode.CONCAT, lstm()))) {
            MultiLayerNetwork network = Networks.of(List.of(
                    Patches.of(1),
                    stock,
                    PooledTime.of(TimePooling.MEAN_MAX, false).expecting(Networks.STEPS)));
            Batch alone = Batch.shorter(length);
            float[][] expected = network.output(alone.features(), false).toFloatMatrix();
            float[][] padded = KernelPath.probabilities(network, alone);
            for (int beat = 0; beat < alone.size(); beat++) {
                assertThat(padded[beat]).containsExactly(expected[beat], within(1e-6f));
            }
        }
    }

    @Test
    void isForSequencesOnly() {
        for (Layer layer : List.of(new GlobalPoolingLayer.Builder().build(), new LastTimeStep(lstm()))) {
            assertRefused(layer);
        }
    }

    private static void assertRefused(Layer layer) {
        NeuralNetConfiguration conf = new NeuralNetConfiguration();
        conf.setLayer(layer);
        InputType.InputTypeRecurrent input = (InputType.InputTypeRecurrent) InputType.recurrent(2, 13, RNNFormat.NCW);
        assertThatThrownBy(() -> new StockKernel(conf, new Extent(1, 13, true), input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a stock layer must answer sequences");
    }
}
