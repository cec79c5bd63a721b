package org.beatbench.deep;

import java.util.List;
import org.beatbench.deep.layers.Patches;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** DL4J's own layers: the dense one, and those that take the places of ours so that the difference can be measured. */
final class StockLayers {

    private StockLayers() {}

    /** Convolutions, each but the last followed by a maximum over every two steps. */
    static void convolutions(List<Layer> layers, int[] widths, int kernel, int length) {
        // a layer that says how long a beat is, which DL4J's do not
        layers.add(Patches.of(1));
        int steps = length;
        for (int i = 0; i < widths.length; i++) {
            layers.add(convolution(widths[i], kernel));
            if (i < widths.length - 1 && steps >= 2) {
                layers.add(pooling());
                steps /= 2;
            }
        }
    }

    static Layer convolution(int width, int kernel) {
        return new Convolution1DLayer.Builder(kernel)
                .rnnDataFormat(RNNFormat.NCW)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(width)
                .activation(Activation.RELU)
                .build();
    }

    /** A maximum over every two steps. */
    static Layer pooling() {
        return new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build();
    }

    /** An LSTM that answers the state of every step. */
    static Layer lstm(int units, boolean bidirectional) {
        LSTM layer = new LSTM.Builder()
                .nOut(units)
                .activation(Activation.TANH)
                .forgetGateBiasInit(1)
                .weightInit(WeightInit.XAVIER)
                .build();
        return bidirectional ? new Bidirectional(Bidirectional.Mode.CONCAT, layer) : layer;
    }

    /** A hidden layer behind a pooling over time. */
    static Layer dense(int width) {
        return new DenseLayer.Builder().nOut(width).activation(Activation.RELU).build();
    }
}
