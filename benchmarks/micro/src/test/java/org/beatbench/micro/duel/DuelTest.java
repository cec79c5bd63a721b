package org.beatbench.micro.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DuelTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int duel(String... arguments) {
        CommandLine commandLine =
                new CommandLine(new Duel()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("--untimed", "--results", folder.toString()));
        all.addAll(List.of(arguments));
        return Duel.execute(commandLine, all.toArray(String[]::new));
    }

    @Test
    void leavesReadingsBeatsAndModels() throws IOException {
        int code = duel(
                "--networks=cnn",
                "--contestants=beatbench,torch-python",
                "--python=no-such-python",
                "--rounds=1",
                "--seconds=0.05",
                "--warm-up=0",
                "--batches=32",
                "--training=64",
                "--test=16");

        assertThat(code).as(err.toString()).isZero();
        assertThat(err.toString()).contains("not for quoting", "cnn: without torch-python: ");
        assertThat(out.toString()).contains("| training, batches of 32 |");
        JsonNode json = JsonMapper.shared().readTree(folder.resolve("duel.json").toFile());
        assertThat(json.at("/result/readings")).hasSize(4);
        assertThat(json.at("/result/participants/0/library").asString()).startsWith("Beatbench");
        assertThat(json.at("/environment/processors").asInt()).isPositive();
        assertThat(Files.readAllLines(folder.resolve("duel.csv"))).hasSize(1 + 4);
        assertThat(folder.resolve("duel.md")).content().contains("**CNN**");
        assertThat(folder.resolve("material/test.f32")).hasSize(16 * 187 * 4);
        assertThat(folder.resolve("models/beatbench/cnn")).isNotEmptyDirectory();
    }

    @Test
    void failsWithoutItsReference() {
        assertThat(duel(
                        "--networks=cnn",
                        "--contestants=torch-python",
                        "--python=no-such-python",
                        "--training=512",
                        "--test=16"))
                .isEqualTo(1);
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(duel("--rounds=0", "--threads=0", "--batches=99999", "--contestants=dl4j,dl4j"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--rounds must", "--threads must", "--batches 1 to --training", "--contestants must", "--help");
    }

    @Test
    void answersATypoWithTheLegalNames() {
        assertThat(duel("--networks=cn")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown network \"cn\"", "cnn");
        assertThat(duel("--contestants=libtroch")).isEqualTo(2);
        assertThat(err.toString()).contains("libtroch", "Did you mean \"libtorch\"?", "torch-python");
    }
}
