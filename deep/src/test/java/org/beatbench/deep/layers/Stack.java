package org.beatbench.deep.layers;

import java.util.List;
import java.util.function.Supplier;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.Activation;

/** Hidden layers of small networks, every kind of layer in every state among them. */
enum Stack {
    FLATTENED(() -> List.of(PooledTime.of(TimePooling.FLATTEN, true))),
    CONVOLUTION(() -> List.of(TemporalConvolution.of(4, 3, false), PooledTime.of(TimePooling.MEAN, false))),
    RECTIFIED(() -> List.of(
            TemporalConvolution.of(4, 5, true),
            TemporalConvolution.of(3, 1, true),
            PooledTime.of(TimePooling.MEAN_MAX, true))),
    POOLED(() -> List.of(
            TemporalConvolution.of(4, 3, true),
            TemporalMaxPooling.of(2, 2),
            TemporalConvolution.of(4, 3, true),
            TemporalMaxPooling.of(3, 2),
            PooledTime.of(TimePooling.MAX, false))),
    NORMALISED(() -> List.of(
            TemporalConvolution.of(4, 3, false),
            TemporalBatchNormalization.of(true),
            TemporalConvolution.of(3, 3, false),
            TemporalBatchNormalization.of(false),
            PooledTime.of(TimePooling.MEAN, false))),
    NORMALISED_FIRST(() -> List.of(TemporalBatchNormalization.of(false), PooledTime.of(TimePooling.MAX, false))),
    RESIDUAL(() -> List.of(
            ResidualBlock.of(4, 3, false), ResidualBlock.of(4, 5, false), PooledTime.of(TimePooling.MEAN, false))),
    NORMALISED_RESIDUAL(() -> List.of(
            ResidualBlock.of(4, 3, true),
            TemporalMaxPooling.of(5, 2),
            ResidualBlock.of(4, 3, true),
            PooledTime.of(TimePooling.MEAN_MAX, true))),
    LSTM(() -> List.of(Recurrent.of(RecurrentCell.LSTM, 4, false, true))),
    GRU(() -> List.of(Recurrent.of(RecurrentCell.GRU, 4, false, true))),
    DEEP_LSTM(() -> List.of(
            Patches.of(2),
            Recurrent.of(RecurrentCell.LSTM, 3, true, false),
            Recurrent.of(RecurrentCell.LSTM, 3, true, false),
            PooledTime.of(TimePooling.MEAN_MAX, true))),
    DEEP_GRU(() -> List.of(
            Patches.of(3),
            Recurrent.of(RecurrentCell.GRU, 3, true, false),
            Recurrent.of(RecurrentCell.GRU, 3, true, true))),
    DENSE(() -> List.of(
            Recurrent.of(RecurrentCell.GRU, 4, true, false),
            PooledTime.of(TimePooling.MEAN, true),
            new DenseLayer.Builder().nOut(5).activation(Activation.RELU).build(),
            new DenseLayer.Builder().nOut(3).activation(Activation.IDENTITY).build())),
    DROPPING(() ->
            List.of(TemporalConvolution.of(4, 3, true), PooledTime.of(TimePooling.MAX, false), new DropoutLayer(0.5)));

    private final Supplier<List<Layer>> layers;

    Stack(Supplier<List<Layer>> layers) {
        this.layers = layers;
    }

    List<Layer> layers() {
        return layers.get();
    }
}
