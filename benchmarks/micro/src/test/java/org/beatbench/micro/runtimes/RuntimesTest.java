package org.beatbench.micro.runtimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.micro.Library;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class RuntimesTest {

    @Test
    void asksANetworkOfADuelByEither(@TempDir Path results) throws IOException, RunnerException {
        Material material = Samples.bumps(32, 300);
        material.write(results.resolve("material"));
        Path model = Files.createDirectories(results.resolve("models/beatbench/gru"));
        try (Contestant contestant = Library.BEATBENCH.open(Network.GRU, material, 1, 1)) {
            contestant.save(model);
        }

        OptionsBuilder options = new OptionsBuilder();
        options.include("Runtimes")
                .param("network", "gru")
                .param("results", results.toString())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(100))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);

        assertThat(new Runner(options.build()).run()).hasSize(4).allSatisfy(result -> assertThat(
                        result.getPrimaryResult().getScoreUnit())
                .isEqualTo("us/op"));
    }
}
