package org.beatbench.plugins;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.beatbench.api.Classifier;

/** Builds plug-in jars from source text, as a stranger's build would. */
final class PluginJar {

    private static final String TEMPLATE = """
            package plugged;

            import java.nio.file.Path;
            import java.util.Map;
            import org.beatbench.api.*;

            public final class %1$s implements ClassifierProvider<%1$s.Settings> {
                public record Settings(@Hyper(value = "a count", tries = "2") int count) {}
                %3$s
                public ClassifierInfo info() {
                    return new ClassifierInfo("%2$s", "%2$s", "A test.", "1", false, Map.of());
                }
                public Settings defaults() { return new Settings(1); }
                public Classifier create(Settings settings) {
                    return (training, context) -> { throw new IllegalStateException(); };
                }
                public TrainedModel load(Path folder, LoadContext context) { throw new IllegalStateException(); }
            }
            """;

    private PluginJar() {}

    /**
     * Builds {@code plugins/<folder>/<folder>.jar} with one provider class.
     *
     * @param members Java source that is added to the provider
     * @param services names of the provider classes in META-INF/services
     */
    static void build(Path plugins, String folder, String className, String id, String members, String... services)
            throws IOException {
        build("1", plugins, folder, className, id, members, services);
    }

    /** The same, made for some version of the api. */
    static void build(
            String apiVersion,
            Path plugins,
            String folder,
            String className,
            String id,
            String members,
            String... services)
            throws IOException {
        Path source = Files.createDirectories(plugins.resolveSibling("build-" + folder));
        Path file = source.resolve(className + ".java");
        Files.writeString(file, String.format(Locale.ROOT, TEMPLATE, className, id, members));
        int problems = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", source.toString(), "-cp", apiLocation(), file.toString());
        if (problems != 0) {
            throw new IllegalStateException("the plug-in does not compile");
        }
        Path service = source.resolve("META-INF/services/org.beatbench.api.ClassifierProvider");
        Files.createDirectories(service.getParent());
        Files.writeString(service, String.join("\n", services));
        Files.delete(file);
        Files.writeString(
                Files.createDirectories(source.resolve("META-INF")).resolve("MANIFEST.MF"),
                "Manifest-Version: 1.0\nBeatbench-Api: " + apiVersion + "\n");
        jar(source, Files.createDirectories(plugins.resolve(folder)).resolve(folder + ".jar"));
    }

    private static String apiLocation() {
        return Path.of(uri()).toString();
    }

    private static URI uri() {
        try {
            return Classifier.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void jar(Path folder, Path jar) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile).forEach(files::add);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
