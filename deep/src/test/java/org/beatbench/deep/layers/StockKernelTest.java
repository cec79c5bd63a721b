package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.TimePooling;
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
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** DL4J's own layers in a row of kernels do what they do in a network of DL4J. */
final class StockKernelTest {

    @Test
    void convolves() {
        assertSame(
                Patches.of(1),
                new Convolution1DLayer.Builder(3)
                        .rnnDataFormat(RNNFormat.NCW)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(4)
                        .activation(Activation.RELU)
                        .build(),
                new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                PooledTime.of(TimePooling.MEAN, false));
    }

    @Test
    void remembers() {
        assertSame(
                Patches.of(2),
                new Bidirectional(Bidirectional.Mode.CONCAT, lstm()),
                PooledTime.of(TimePooling.MEAN_MAX, false).expecting(7));
    }

    /** The layer before must not notice that a stock layer wants longer blocks. */
    @Test
    void standsBehindLayersThatAreNoStock() {
        assertSame(TemporalConvolution.of(4, 3, true), lstm(), PooledTime.of(TimePooling.MEAN, false));
    }

    private static LSTM lstm() {
        return new LSTM.Builder().nOut(3).activation(Activation.TANH).build();
    }

    private static void assertSame(Layer... layers) {
        MultiLayerNetwork network = Networks.of(List.of(layers));
        for (Batch batch : List.of(Batch.full(), Batch.masked(), Batch.maskedAndShorter(8), Batch.full())) {
            Comparison.assertSameAnswer(network, batch);
            Comparison.assertSameGradients(network, batch);
        }
    }

    @Test
    void isForSequencesOnly() {
        NeuralNetConfiguration conf = new NeuralNetConfiguration();
        conf.setLayer(new GlobalPoolingLayer.Builder().build());
        InputType.InputTypeRecurrent input = (InputType.InputTypeRecurrent) InputType.recurrent(2, 13, RNNFormat.NCW);
        assertThatThrownBy(() -> new StockKernel(conf, new Extent(1, 13, true), input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a stock layer must answer sequences");
    }
}
