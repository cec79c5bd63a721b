package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

final class ParameterGroupTest {

    @Test
    void startsConvolutionsForRelus() {
        INDArray weights = initial(TemporalConvolution.of(64, 5, true), 32).getParam("0_W");
        // He et al. 2015: the variance is 2 over the number of values that go into an output
        assertThat(weights.stdNumber().doubleValue()).isCloseTo(Math.sqrt(2.0 / (5 * 32)), within(0.005));
        assertThat(weights.meanNumber().doubleValue()).isCloseTo(0, within(0.005));
    }

    @Test
    void startsRecurrentWeightsForTanh() {
        MultiLayerNetwork network = initial(Recurrent.of(RecurrentCell.LSTM, 40, true, false), 32);
        // Glorot and Bengio 2010: 2 over the values that go in and out
        assertThat(network.getParam("0_W").stdNumber().doubleValue())
                .isCloseTo(Math.sqrt(2.0 / (32 + 40)), within(0.01));
        assertThat(network.getParam("0_back-RW").stdNumber().doubleValue())
                .isCloseTo(Math.sqrt(2.0 / (40 + 40)), within(0.01));
        assertThat(network.getParam("0_W")).isNotEqualTo(network.getParam("0_back-W"));
    }

    @Test
    void startsWithOpenForgetGates() {
        MultiLayerNetwork lstm = initial(Recurrent.of(RecurrentCell.LSTM, 3, false, false), 2);
        assertThat(lstm.getParam("0_b-first").toFloatVector()).containsOnly(0f);
        assertThat(lstm.getParam("0_b-second").toFloatVector()).containsOnly(1f);
        assertThat(lstm.getParam("0_b-rest").toFloatVector()).hasSize(6).containsOnly(0f);
        MultiLayerNetwork gru = initial(Recurrent.of(RecurrentCell.GRU, 3, false, false), 2);
        assertThat(gru.getParam("0_b-second").toFloatVector()).containsOnly(0f);
    }

    @Test
    void startsNormalisationAsTheIdentity() {
        MultiLayerNetwork network = initial(TemporalBatchNormalization.of(false), 3);
        assertThat(network.getParam("0_gamma").toFloatVector()).containsExactly(1, 1, 1);
        assertThat(network.getParam("0_beta").toFloatVector()).containsExactly(0, 0, 0);
        assertThat(network.getParam("0_mean").toFloatVector()).containsExactly(0, 0, 0);
        assertThat(network.getParam("0_var").toFloatVector()).containsExactly(1, 1, 1);
    }

    private static MultiLayerNetwork initial(Layer layer, int channels) {
        NativeLibraries.load();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .list();
        List.of(
                        layer,
                        PooledTime.of(TimePooling.MEAN, false),
                        new OutputLayer.Builder().nOut(2).build())
                .forEach(list::layer);
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(InputType.recurrent(channels, 9, RNNFormat.NCW))
                        .build());
        network.init();
        return network;
    }
}
