package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.beatbench.api.ClassifierProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of epochs, from a plug-in that tells of them to the terminal, the store and the report. */
class EpochsJourneyTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void plugIn() throws IOException {
        Path plugin = Files.createDirectories(folder.resolve("plugins/softmax"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugin.resolve("softmax.jar")))) {
            for (String part : List.of("", "$Settings", "$Figures", "$Model")) {
                String name = SoftmaxProvider.class.getName().replace('.', '/') + part + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream bytes = SoftmaxProvider.class.getResourceAsStream("/" + name)) {
                    bytes.transferTo(jar);
                }
            }
            jar.putNextEntry(new JarEntry("META-INF/services/" + ClassifierProvider.class.getName()));
            jar.write(SoftmaxProvider.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void leadsToTheTerminalTheStoreAndTheReport() throws IOException {
        Path experiment = Files.writeString(folder.resolve("epochs.yaml"), """
                dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
                protocols: [beats]
                classifiers: [{id: softmax, settings: {epochs: 4}}, logistic-regression]
                """);
        Cli done = Cli.run(
                "run",
                experiment.toString(),
                "--untimed",
                "--results",
                folder.toString(),
                "--plugins",
                folder.resolve("plugins").toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines().filter(line -> line.startsWith("  epoch ")))
                .hasSize(4)
                .first()
                .asString()
                .matches("  epoch 1/4: loss \\d.*, validation macro-F1 0\\.\\d{3}, .* beats/s, about \\d+ s left");

        try (Stream<Path> files = Files.walk(folder.resolve("epochs/trials"))) {
            assertThat(files.filter(file -> file.endsWith("epochs.csv")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readAllLines(file))
                            .hasSize(5)
                            .last()
                            .asString()
                            .startsWith("4,4,0."));
        }
        Path report = folder.resolve("epochs/report");
        assertThat(report.resolve("report.html"))
                .content()
                .contains("Learning curves", "id=\"learning-loss-beats-0\"", "id=\"learning-accuracy-beats-0\"");
        assertThat(report.resolve("figures/learning-loss-beats-0.png")).isNotEmptyFile();
        assertThat(Files.readAllLines(report.resolve("figures/learning-loss-beats-0.csv")))
                .hasSize(1 + 4 + 4 + 1);
    }
}
