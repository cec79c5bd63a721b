package org.beatbench.micro.beatbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.ContestantContract;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.Samples;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeatbenchContestantTest extends ContestantContract {

    @Override
    protected Contestant open(Network network, Material beats) {
        return BeatbenchContestant.open(network, beats, 1, 1);
    }

    /** As many as the others have; running means and variances count here, and each recurrent gate has one bias. */
    @ParameterizedTest
    @CsvSource({
        "CNN, 60165",
        "RESNET, 227653",
        "RESNET_NORMALIZED, 230341",
        "RESNET_NARROW, 52037",
        "LSTM, 17221",
        "GRU, 13061"
    })
    void hasTheSameLayers(Network network, int parameters, @TempDir Path folder) throws IOException {
        try (Contestant contestant = open(network, Samples.bumps(8, 1))) {
            contestant.save(folder);
        }

        assertThat(ModelSerializer.restoreMultiLayerNetwork(
                                folder.resolve("network.zip").toFile())
                        .numParams())
                .isEqualTo(parameters);
    }
}
