package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.beatbench.api.Classifier;

/** Compiles a plug-in against the API alone and packs it into a jar, as an outsider would. */
public final class PluginBuild {

    private PluginBuild() {}

    /**
     * Makes {@code plugins/<name>/<name>.jar}.
     *
     * @param sources folder of Java sources
     * @param resources folder of what else goes into the jar
     */
    public static void of(Path plugins, String name, Path sources, Path resources)
            throws IOException, URISyntaxException {
        of(plugins, name, sources, resources, "");
    }

    /**
     * The same, but that one class is left out of the jar.
     *
     * @param leftOut file of the class; empty for none
     */
    public static void of(Path plugins, String name, Path sources, Path resources, String leftOut)
            throws IOException, URISyntaxException {
        Path classes = Files.createDirectories(plugins.resolveSibling("classes-" + name));
        Path api = Path.of(Classifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-proc:none", "-cp", api.toString(), "-d", classes.toString()));
        files(sources).forEach(file -> arguments.add(file.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
        if (!leftOut.isEmpty()) {
            Files.delete(classes.resolve(leftOut));
        }
        Path plugin = Files.createDirectories(plugins.resolve(name));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugin.resolve(name + ".jar")))) {
            add(classes, jar);
            add(resources, jar);
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
}
