package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, which is a signal that asks to stop, while a model is trained or used. */
@Tag("slow")
class StoppedTrainingTest {

    /** A second is promised; a test does not have the machine for itself. */
    private static final Duration SOON = Duration.ofSeconds(4);

    /** A classifier that does not listen. */
    private static final String STUBBORN = """
            package plugged;

            import java.nio.file.Path;
            import java.util.Map;
            import org.beatbench.api.*;

            public final class Stubborn implements ClassifierProvider<Stubborn.Settings> {
                public record Settings() {}
                public ClassifierInfo info() {
                    return new ClassifierInfo("stubborn", "Stubborn", "A test.", "1", false, Map.of());
                }
                public Settings defaults() { return new Settings(); }
                public Classifier create(Settings settings) {
                    return (training, context) -> {
                        while (true) {
                            try {
                                Thread.sleep(60_000);
                            } catch (InterruptedException e) {
                                // Not even then.
                            }
                        }
                    };
                }
                public TrainedModel load(Path folder, LoadContext context) { throw new IllegalStateException(); }
            }
            """;

    @TempDir
    private Path folder;

    private Process start(String... arguments) throws IOException {
        return NewProcess.of(arguments)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private Process train(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(more));
        all.addAll(List.of(
                "--dataset",
                "synthetic",
                "--out",
                folder.resolve("out/deep/model").toString()));
        Files.createDirectories(folder.resolve("out"));
        return start(all.toArray(new String[0]));
    }

    private void awaitOutput(Process process, String text) throws Exception {
        while (process.isAlive() && !Files.readString(folder.resolve("output")).contains(text)) {
            Thread.sleep(20);
        }
    }

    private boolean hasBegun() throws IOException {
        try (Stream<Path> children = Files.list(folder.resolve("out"))) {
            return children.findAny().isPresent();
        }
    }

    private void assertStopsSoonAndLeavesNothing(Process process) throws Exception {
        assertThat(process.isAlive()).as("stopped in the middle").isTrue();
        assertThat(hasBegun()).as("there was something to tidy up").isTrue();
        process.destroy();

        assertThat(process.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .as("soon")
                .isTrue();
        assertThat(folder.resolve("out")).isEmptyDirectory();
        assertThat(Files.readString(folder.resolve("output"))).doesNotContain("Exception", "\tat ");
    }

    @Test
    void stopsWhileTheDataAreLoaded() throws Exception {
        Process process = train("knn", "--set", "subjects=10000", "--set", "beats=500");
        while (process.isAlive() && !hasBegun()) {
            Thread.sleep(20);
        }
        Thread.sleep(500);

        assertStopsSoonAndLeavesNothing(process);
        assertThat(folder.resolve("output")).content().contains("Stopped. Nothing was saved.");
    }

    @Test
    void stopsWhileTheModelIsFitted() throws Exception {
        Process process = train("logistic-regression", "--setting", "epochs=1000", "--setting", "batch-size=1");
        awaitOutput(process, "5040 beats");
        Thread.sleep(500);

        assertStopsSoonAndLeavesNothing(process);
        assertThat(folder.resolve("output")).content().contains("Stopped. Nothing was saved.");
    }

    @Test
    void stopsAClassifierThatDoesNotListen() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("Stubborn.java"), STUBBORN);
        Path services = Files.createDirectories(folder.resolve("resources/META-INF/services"));
        Files.writeString(services.resolve("org.beatbench.api.ClassifierProvider"), "plugged.Stubborn\n");
        PluginBuild.of(folder.resolve("plugins"), "stubborn", source, folder.resolve("resources"));
        Process process =
                train("stubborn", "--plugins", folder.resolve("plugins").toString());
        awaitOutput(process, "5040 beats");
        Thread.sleep(500);

        assertStopsSoonAndLeavesNothing(process);
    }

    @Test
    void stopsWhileBeatsAreAnswered() throws Exception {
        String model = folder.resolve("model").toString();
        assertThat(Cli.run("train", "decision-tree", "--dataset", "synthetic", "--out", model)
                        .exitCode())
                .isZero();
        Files.createDirectory(folder.resolve("out"));
        Process process = start(
                "predict",
                model,
                "-",
                "--out",
                folder.resolve("out/answers.csv").toString());
        while (process.isAlive() && !hasBegun()) {
            Thread.sleep(20);
        }
        // It waits for rows, and no thread that waits for a pipe can be told to stop.
        Thread.sleep(500);

        assertStopsSoonAndLeavesNothing(process);
    }
}
