package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.Recurrent;
import org.beatbench.deep.layers.ResidualBlock;
import org.beatbench.deep.layers.TemporalConvolution;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

final class KernelNetworkTest {

    @Test
    void countsTheParameters() {
        MultiLayerNetwork network = ToyTask.normalisedNetwork();
        try (KernelNetwork kernels = KernelNetwork.of(network.getLayerWiseConfigurations(), 4, false)) {
            assertThat(kernels.parameters()).isEqualTo((int) network.numParams());
        }
    }

    @Test
    void wantsBlocksThatServeItsMostDemandingLayer() {
        assertThat(block(ToyTask.network())).isEqualTo(4);
        assertThat(block(ToyTask.normalisedNetwork())).isEqualTo(32);
        assertThat(block(ToyTask.network(ResidualBlock.of(3, 3, true), PooledTime.of(TimePooling.MEAN, false))))
                .isEqualTo(32);
        assertThat(block(ToyTask.network(
                        TemporalConvolution.of(3, 3, true), Recurrent.of(RecurrentCell.GRU, 3, false, true))))
                .isEqualTo(64);
    }

    private static int block(MultiLayerNetwork network) {
        return KernelNetwork.block(network.getLayerWiseConfigurations());
    }

    @Test
    void refusesALayerThatItHasNoKernelFor() {
        assertRefused(new ActivationLayer(Activation.TANH), "no kernel for rows in a layer of type");
    }

    @Test
    void refusesWhatADenseKernelDoesNotDo() {
        assertRefused(dense().activation(Activation.TANH).build(), "no kernel for the activation tanh");
        assertRefused(dense().hasBias(false).build(), "no kernel for a dense layer without bias");
        assertRefused(dense().hasLayerNorm(true).build(), "no kernel for a dense layer with layer normalisation");
        assertRefused(dense().dropOut(0.5).build(), "dropout must be a layer of its own");
    }

    private static DenseLayer.Builder dense() {
        return new DenseLayer.Builder().nOut(3).activation(Activation.RELU);
    }

    @Test
    void refusesDropoutWithinALayerOfItsOwnKernels() {
        TemporalConvolution dropping = TemporalConvolution.of(3, 3, true);
        dropping.setIDropout(new Dropout(0.5));
        assertRefused(
                ToyTask.network(dropping, PooledTime.of(TimePooling.MEAN, false)),
                "dropout must be a layer of its own");
    }

    @Test
    void refusesAnOutputThatIsNoSoftmaxOfADenseLayer() {
        OutputLayer.Builder output = new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3);
        assertRefused(
                withOutput(output.activation(Activation.SIGMOID).build()),
                "no kernel for an output layer with the activation sigmoid");
        assertRefused(
                withOutput(output.activation(Activation.SOFTMAX).hasBias(false).build()),
                "no kernel for an output layer without bias");
    }

    private static MultiLayerNetwork withOutput(OutputLayer output) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .validateOutputLayerConfig(false)
                .layer(PooledTime.of(TimePooling.MEAN, false))
                .layer(output)
                .setInputType(InputType.recurrent(1, ToyTask.LENGTH, RNNFormat.NCW))
                .build());
        network.init();
        return network;
    }

    private static void assertRefused(Layer layer, String message) {
        assertRefused(
                ToyTask.network(TemporalConvolution.of(3, 3, true), PooledTime.of(TimePooling.MEAN, false), layer),
                message);
    }

    private static void assertRefused(MultiLayerNetwork network, String message) {
        assertThatThrownBy(() -> KernelNetwork.of(network.getLayerWiseConfigurations(), 4, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
