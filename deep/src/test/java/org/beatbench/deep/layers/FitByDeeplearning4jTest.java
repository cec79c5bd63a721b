package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** The layers in DL4J's own training. */
final class FitByDeeplearning4jTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DROPPING")
    void lowersTheLoss(Stack stack) {
        MultiLayerNetwork network = Networks.of(stack.layers(), new Adam(0.02), 0);
        Batch batch = Batch.masked();
        double before = network.score(batch.dataSet(), true);
        for (int i = 0; i < 30; i++) {
            network.fit(batch.dataSet());
        }
        assertThat(network.score(batch.dataSet(), true)).isLessThan(0.7 * before);
    }

    @Test
    void takesTheUpdatersStep() {
        MultiLayerNetwork network = Networks.of(Stack.DEEP_LSTM);
        float[] before = network.params().toFloatVector();
        float[] gradients = KernelPath.gradients(network, Batch.masked());
        network.fit(Batch.masked().dataSet());
        float[] after = network.params().toFloatVector();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i])
                    .isCloseTo(before[i] - 0.1f * gradients[i] / Batch.masked().size(), within(1e-6f));
        }
    }

    @Test
    void letsRunningValuesFollowTheData() {
        MultiLayerNetwork network = Networks.of(Stack.NORMALISED_FIRST.layers(), new Adam(0.02), 0.1);
        Batch batch = Batch.masked();
        float[] mean = network.getParam("0_mean").toFloatVector();
        float[] variance = network.getParam("0_var").toFloatVector();
        network.fit(batch.dataSet());
        network.fit(batch.dataSet());
        for (int channel = 0; channel < Networks.CHANNELS; channel++) {
            assertThat(network.getParam("0_mean").getFloat(channel))
                    .isCloseTo(0.81f * mean[channel] + 0.19f * batch.mean(channel), within(1e-6f));
            assertThat(network.getParam("0_var").getFloat(channel))
                    .isCloseTo(0.81f * variance[channel] + 0.19f * batch.variance(channel), within(1e-6f));
        }
    }

    @Test
    void letsWeightsDecayAndNothingElse() {
        // each with layers of its own, as a network's settings are written into them
        MultiLayerNetwork plain = Networks.of(layersOfAllRoles(), new Sgd(0.1), 0);
        MultiLayerNetwork decaying = Networks.of(layersOfAllRoles(), new Sgd(0.1), 0.5);
        Map<String, float[]> before = parameters(plain);
        assertThat(parameters(decaying)).usingRecursiveComparison().isEqualTo(before);
        plain.fit(Batch.masked().dataSet());
        decaying.fit(Batch.masked().dataSet());
        Map<String, float[]> expected = parameters(plain);
        // DL4J writes a network's weight decay into each of its layers twice, its own included
        int times = ((BaseLayer) decaying.getOutputLayer().conf().getLayer())
                .getRegularization()
                .size();
        parameters(decaying).forEach((key, values) -> {
            boolean weight = key.endsWith("W");
            for (int i = 0; i < values.length; i++) {
                float decay = weight ? times * 0.1f * 0.5f * before.get(key)[i] : 0;
                assertThat(values[i]).as(key).isCloseTo(expected.get(key)[i] - decay, within(1e-6f));
            }
        });
    }

    private static List<Layer> layersOfAllRoles() {
        return List.of(
                ResidualBlock.of(3, 3, true),
                Recurrent.of(RecurrentCell.LSTM, 2, true, false),
                PooledTime.of(TimePooling.MEAN, false));
    }

    private static Map<String, float[]> parameters(MultiLayerNetwork network) {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        network.paramTable()
                .forEach((key, values) ->
                        parameters.put(key, values.dup('c').data().asFloat()));
        return parameters;
    }
}
