package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runn",
                "run quik",
                "run --nonsense",
                "run quick --only knm --dry-run",
                "describe kn",
                "fetch mitbd",
                "explore mitbd",
                "export synthetic --format excel --out x",
                "export mitdb --data /nowhere --out x",
                "explore synthetic --set sedd=1",
                "explore synthetic --set seed=one",
                "report never-run --results /nowhere",
                "status never-run --results /nowhere"
            })
    void answersAMistakeWithAMessageAndExitCodeTwo(String mistake) {
        Cli answer = Cli.run(mistake.split(" "));

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
