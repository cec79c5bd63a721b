package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run", "report", "status", "list", "describe", "fetch", "explore", "export"})
    void explainsEveryCommand(String command) {
        Cli help = Cli.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: beatbench " + command);
    }

    @Test
    void listsWhatThereIs() {
        Cli list = Cli.run("list");

        assertThat(list.exitCode()).isZero();
        assertThat(list.out())
                .contains("knn", "decision-tree", "logistic-regression")
                .contains("mitdb", "kaggle", "ucr", "synthetic")
                .contains("seed", "beats", "patients", "ds1-ds2")
                .contains("smote");
        assertThat(Cli.run("list", "--json").out()).startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"knn", "decision-tree", "logistic-regression", "mitdb", "synthetic", "seed", "smote"})
    void describesWhatThereIs(String id) {
        Cli described = Cli.run("describe", id);

        assertThat(described.exitCode()).isZero();
        assertThat(described.out()).contains(id).doesNotContain("null");
        assertThat(Cli.run("describe", id, "--json").out()).contains("\"id\" : \"" + id + "\"");
    }

    static Stream<String[]> mistakes() {
        return Stream.of(
                new String[] {"runn"},
                new String[] {"run", "quik"},
                new String[] {"run", "--nonsense"},
                new String[] {"run", "quick", "--only", "knm", "--dry-run"},
                new String[] {"describe", "kn"},
                new String[] {"fetch", "mitbd"},
                new String[] {"explore", "mitbd"},
                new String[] {"export", "synthetic", "--format", "excel", "--out", "x"},
                new String[] {"export", "mitdb", "--data", "/nowhere", "--out", "x"},
                new String[] {"explore", "synthetic", "--set", "sedd=1"},
                new String[] {"explore", "synthetic", "--set", "seed=one"},
                new String[] {"report", "never-run", "--results", "/nowhere"},
                new String[] {"status", "never-run", "--results", "/nowhere"});
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void answersAMistakeWithAMessageAndExitCodeTwo(String... arguments) {
        Cli answer = Cli.run(arguments);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    @Test
    void namesEverythingWrongInAnExperimentFile() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                dataset: {id: synthetic, settings: {sedd: 3}}
                protocols: [betas]
                classifiers:
                  - {id: knn, settings: {neighbors: 3}}
                  - decision-treee
                """);
        Cli answer = Cli.run("run", file.toString(), "--results", folder.toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("unknown setting sedd; did you mean seed?")
                .contains("Did you mean \"beats\"?")
                .contains("unknown setting neighbors; did you mean neighbours?")
                .contains("Did you mean \"decision-tree\"?");
    }
}
