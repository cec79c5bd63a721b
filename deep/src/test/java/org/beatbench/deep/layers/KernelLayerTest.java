package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

final class KernelLayerTest {

    private static final InputType SEQUENCE = InputType.recurrent(2, 13, RNNFormat.NCW);

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    @Test
    void saysWhatComesOut() {
        assertThat(TemporalConvolution.of(4, 3, true).getOutputType(0, SEQUENCE))
                .isEqualTo(InputType.recurrent(4, 13, RNNFormat.NCW));
        assertThat(TemporalMaxPooling.of(5, 2).getOutputType(0, SEQUENCE))
                .isEqualTo(InputType.recurrent(2, 5, RNNFormat.NCW));
        assertThat(Patches.of(4).getOutputType(0, SEQUENCE)).isEqualTo(InputType.recurrent(8, 4, RNNFormat.NCW));
        assertThat(Recurrent.of(RecurrentCell.GRU, 3, true, false).getOutputType(0, SEQUENCE))
                .isEqualTo(InputType.recurrent(6, 13, RNNFormat.NCW));
        assertThat(Recurrent.of(RecurrentCell.GRU, 3, true, true).getOutputType(0, SEQUENCE))
                .isEqualTo(InputType.feedForward(6));
        assertThat(PooledTime.of(TimePooling.MEAN_MAX, true).getOutputType(0, SEQUENCE))
                .isEqualTo(InputType.feedForward(5));
        assertThat(PooledTime.of(TimePooling.FLATTEN, false).getOutputType(0, SEQUENCE))
                .isEqualTo(InputType.feedForward(26));
        assertThat(FeatureJoin.of(4, 7).getOutputType(0, InputType.feedForward(5)))
                .isEqualTo(InputType.feedForward(12));
    }

    @Test
    void joinsFeaturesToRowsOnly() {
        FeatureJoin layer = FeatureJoin.of(4, 7);
        layer.setLayerName("join");
        assertThatThrownBy(() -> layer.getOutputType(0, SEQUENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("layer join needs a row");
        layer.setNIn(InputType.feedForward(5), true);
        assertThat(layer.initializer().paramKeys(layer)).containsExactly("mean", "factor", "W", "b");
        assertThat(layer.initializer().weightKeys(layer)).containsExactly("W");
        assertThat(layer.learns("mean") || layer.learns("factor")).isFalse();
    }

    @Test
    void saysThatDeeplearning4jHandsOnNoFeatures() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(PooledTime.of(TimePooling.MEAN, false))
                .layer(FeatureJoin.of(4, 7))
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(SEQUENCE)
                .build());
        network.init();
        assertThat(network.numParams()).isEqualTo(2 * 4 + 7 * 4 + 7 + 3 * (2 + 7) + 3);
        assertThatThrownBy(() -> network.output(Nd4j.zeros(1, 2, 13)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("needs features, which a network of DL4J does not hand on");
    }

    @Test
    void needsASequenceOfKnownLength() {
        TemporalConvolution layer = TemporalConvolution.of(4, 3, true);
        layer.setLayerName("stem");
        assertThatThrownBy(() -> layer.setNIn(InputType.feedForward(3), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("layer stem needs a sequence");
        assertThatThrownBy(() -> layer.setNIn(InputType.recurrent(3), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("layer stem needs to know the largest number of time steps");
        assertThatThrownBy(() -> layer.setNIn(InputType.recurrent(3, 5, RNNFormat.NWC), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("layer stem needs sequences in the format NCW");
    }

    @Test
    void refusesWhatNoKernelCanDo() {
        assertThatThrownBy(() -> TemporalConvolution.of(4, 2, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kernel must be odd: 2");
        assertThatThrownBy(() -> ResidualBlock.of(4, 0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeatureJoin.of(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeatureJoin.of(3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TemporalMaxPooling.of(2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stride must be 1 to the window of 2: 3");
        assertThatThrownBy(() -> TemporalMaxPooling.of(14, 2).getOutputType(0, SEQUENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pooling window of 14 does not fit 13 time steps");
    }

    @Test
    void knowsWhatLearnsAndWhatDecays() {
        ResidualBlock layer = ResidualBlock.of(4, 3, true);
        layer.setNIn(SEQUENCE, true);
        assertThat(layer.initializer().paramKeys(layer))
                .containsExactly(
                        "first-W",
                        "first-b",
                        "first-gamma",
                        "first-beta",
                        "first-mean",
                        "first-var",
                        "second-W",
                        "second-b",
                        "second-gamma",
                        "second-beta",
                        "second-mean",
                        "second-var",
                        "past-W",
                        "past-b");
        assertThat(layer.initializer().weightKeys(layer)).containsExactly("first-W", "second-W", "past-W");
        assertThat(layer.initializer().paramKeys(layer))
                .filteredOn(key -> !layer.learns(key))
                .containsExactly("first-mean", "first-var", "second-mean", "second-var");
        assertThat(layer.initializer().paramKeys(layer))
                .filteredOn(layer::decays)
                .containsExactly("first-W", "second-W", "past-W");
        assertThat(layer.getUpdaterByParam("first-mean")).isInstanceOf(NoOp.class);
        assertThatThrownBy(() -> layer.learns("other")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasNoWayPastWhereChannelsStay() {
        ResidualBlock layer = ResidualBlock.of(2, 3, false);
        layer.setNIn(SEQUENCE, true);
        assertThat(layer.initializer().paramKeys(layer)).containsExactly("first-W", "first-b", "second-W", "second-b");
    }

    @ParameterizedTest
    @EnumSource
    void countsItsParametersAsTheKernelDoes(Stack stack) {
        MultiLayerNetwork network = Networks.of(stack);
        // the kernels read exactly so many, or the answers of the two paths would differ
        assertThat(KernelPath.gradients(network, Batch.full())).hasSize((int) network.numParams());
        assertThat(network.summary()).contains("Total Parameters");
    }

    @Test
    void estimatesItsMemory() {
        TemporalConvolution layer = TemporalConvolution.of(4, 3, true);
        layer.setNIn(SEQUENCE, true);
        assertThat(layer.getMemoryReport(SEQUENCE)
                        .getTotalMemoryBytes(
                                8,
                                org.deeplearning4j.nn.conf.memory.MemoryUseMode.INFERENCE,
                                org.deeplearning4j.nn.conf.CacheMode.NONE))
                .isPositive();
    }
}
