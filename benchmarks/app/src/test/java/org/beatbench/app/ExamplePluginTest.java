package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plug-in, compiled against the API alone and dropped into the folder. */
class ExamplePluginTest {

    private static final Path EXAMPLE = Path.of("benchmarks", "plugins", "nearest-centroid", "src", "main");

    @TempDir
    private Path folder;

    @BeforeEach
    void build() throws Exception {
        PluginBuild.of(
                folder.resolve("plugins"), "nearest-centroid", EXAMPLE.resolve("java"), EXAMPLE.resolve("resources"));
    }

    private Cli run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--plugins", folder.resolve("plugins").toString()));
        return Cli.run(all.toArray(new String[0]));
    }

    @Test
    void isListedAndDescribedLikeABuiltIn() {
        Cli list = run("list");

        assertThat(list.err()).isEmpty();
        assertThat(list.out()).contains("nearest-centroid", "[plug-in nearest-centroid ");
        assertThat(run("describe", "nearest-centroid").out()).contains("Settings");
    }

    @Test
    void isARowOfTheReport() throws IOException {
        Path experiment = Files.writeString(folder.resolve("plugged.yaml"), """
                dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
                protocols: [beats]
                classifiers: [nearest-centroid, logistic-regression]
                """);
        Cli done = run("run", experiment.toString(), "--untimed", "--results", folder.toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        assertThat(folder.resolve("plugged/report/summary.md"))
                .content()
                .contains("| Nearest centroid |", "| Logistic regression |");
    }

    @Test
    void isTrainedAndUsedLikeABuiltIn() throws IOException {
        String model = folder.resolve("model").toString();
        String data = BeatRows.write(
                        BeatRows.synthetic(Map.of("subjects", "4", "beats", "50")), folder.resolve("rows.csv"), true)
                .toString();
        Cli trained = run(
                "train",
                "nearest-centroid",
                "--dataset",
                "synthetic",
                "--set",
                "subjects=6",
                "--set",
                "beats=50",
                "--out",
                model);
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out()).contains("Nearest centroid (nearest-centroid ", ", plug-in nearest-centroid ");

        Cli answered = run("predict", model, data, "--labelled");
        assertThat(answered.exitCode()).isZero();
        assertThat(answered.out().lines()).hasSize(201);
        assertThat(answered.err()).startsWith("Scores on labelled beats");

        Cli without = Cli.run("predict", model, data, "--labelled");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .contains("is a model of classifier nearest-centroid (plug-in nearest-centroid ")
                .contains("which is not here")
                .contains("--plugins");
    }
}
