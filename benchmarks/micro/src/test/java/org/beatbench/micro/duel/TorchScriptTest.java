package org.beatbench.micro.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.Samples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Needs a Python with torch: the one that {@code BEATBENCH_PYTHON} names, or else {@code python3}. */
class TorchScriptTest {

    private final String python = Objects.requireNonNullElse(System.getenv("BEATBENCH_PYTHON"), "python3");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTorch() throws IOException, InterruptedException {
        int exit;
        try {
            exit = new ProcessBuilder(python, "-c", "import torch, numpy")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            exit = -1;
        }
        Assumptions.assumeTrue(exit == 0, python + " has no torch");
    }

    @ParameterizedTest
    @EnumSource
    void obeys(Network network) throws IOException, ContestantLost {
        Samples.bumps(64, 10).write(folder);
        ContestantCommand command = ContestantCommand.of(ContestantCommand.PYTHON, python, folder);
        Path model = folder.resolve("model of mine");

        try (RemoteContestant contestant = RemoteContestant.start(
                command.id(), command.forNetwork(network, folder, 1, 1), 1, folder.resolve("errors"))) {
            assertThat(contestant.introduce(network.id()).library()).startsWith("torch ");
            assertThat(contestant.order("train 32 0.01").get("rate")).isPositive();
            assertThat(contestant.order("predict 4 0.01").get("rate")).isPositive();
            assertThat(contestant.order("single 0.01")).containsOnlyKeys("p50", "p99");
            assertThat(contestant.order("save " + model)).isEmpty();
        }
        assertThat(model.resolve("network.pt")).isNotEmptyFile();
    }
}
