package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SavedNetworkTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void comesBackFromAFileAsItWas(Stack stack) throws IOException {
        MultiLayerNetwork network = Networks.of(stack);
        Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
        assertThat(restored.getLayerWiseConfigurations().toJson())
                .isEqualTo(network.getLayerWiseConfigurations().toJson());
        assertSame(restored, network);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackFromJson(Stack stack) {
        MultiLayerNetwork network = Networks.of(stack);
        String json = network.getLayerWiseConfigurations().toJson();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(json);
        assertThat(read.toJson()).isEqualTo(json);
        MultiLayerNetwork other = new MultiLayerNetwork(read);
        other.init();
        other.setParams(network.params());
        assertSame(other, network);
    }

    private static void assertSame(MultiLayerNetwork actual, MultiLayerNetwork expected) {
        assertThat(actual.params().toFloatVector()).isEqualTo(expected.params().toFloatVector());
        Batch batch = Batch.masked();
        assertThat(actual.output(batch.features(), false, batch.mask(), null).toFloatMatrix())
                .isDeepEqualTo(expected.output(batch.features(), false, batch.mask(), null)
                        .toFloatMatrix());
        assertThat(KernelPath.probabilities(actual, batch)).isDeepEqualTo(KernelPath.probabilities(expected, batch));
    }
}
