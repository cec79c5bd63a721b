package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.beatbench.api.Classifier;
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
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path api = Path.of(Classifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-proc:none", "-cp", api.toString(), "-d", classes.toString()));
        files(EXAMPLE.resolve("java")).forEach(file -> arguments.add(file.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
        Path plugin = Files.createDirectories(folder.resolve("plugins/nearest-centroid"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugin.resolve("nearest-centroid.jar")))) {
            add(classes, jar);
            add(EXAMPLE.resolve("resources"), jar);
        }
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(Path tree, JarOutputStream jar) throws IOException {
        for (Path file : files(tree)) {
            jar.putNextEntry(new JarEntry(tree.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, jar);
        }
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
}
