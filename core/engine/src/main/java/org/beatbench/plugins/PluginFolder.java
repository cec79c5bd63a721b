package org.beatbench.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.experiment.Hash;
import org.beatbench.plugins.process.ProcessProvider;

/**
 * One plug-in on disk: a folder of jars or of a program, or a single jar.
 *
 * @param path of it
 */
public record PluginFolder(Path path) {

    /** The plug-ins below a folder, by name; none if there is no such folder. */
    static List<PluginFolder> below(Path plugins) {
        if (!Files.isDirectory(plugins)) {
            return List.of();
        }
        return listed(plugins).filter(Files::isDirectory).map(PluginFolder::new).toList();
    }

    /** Jars that lie beside the folders of the plug-ins, where nothing looks for them. */
    static List<Path> loose(Path plugins) {
        return Files.isDirectory(plugins) ? jarsIn(plugins) : List.of();
    }

    private static List<Path> jarsIn(Path folder) {
        return listed(folder)
                .filter(file -> file.toString().endsWith(".jar") && !Files.isDirectory(file))
                .toList();
    }

    private static Stream<Path> listed(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name in messages. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Its jars, by name. */
    public List<Path> jars() {
        return Files.isDirectory(path) ? jarsIn(path) : List.of(path);
    }

    /**
     * What its jars say of themselves.
     *
     * @throws UncheckedIOException naming the first that is none
     */
    public List<JarFacts> facts() {
        return jars().stream().map(PluginFolder::facts).toList();
    }

    private static JarFacts facts(Path jar) {
        try {
            return JarFacts.of(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(jar.getFileName() + " cannot be read", e);
        }
    }

    /** What lies in it, a line each, for whoever wonders why something is not used. */
    List<String> contents() {
        List<String> lines = new ArrayList<>();
        for (Path file : Files.isDirectory(path) ? listed(path).toList() : List.of(path)) {
            lines.add(file.getFileName() + ": " + inWords(file, ProcessProvider.isIn(path)));
        }
        return lines;
    }

    private static String inWords(Path file, boolean isProgram) {
        if (Files.isDirectory(file)) {
            return isProgram ? "of the program" : "a folder, which is not looked into";
        }
        if (!file.toString().endsWith(".jar")) {
            return isProgram ? "of the program" : "no jar, not used";
        }
        try {
            JarFacts facts = JarFacts.of(file);
            return facts.isPlugin()
                    ? facts.apiVersion()
                            .map(version -> "for version " + version + " of the api")
                            .orElse("for an unknown version of the api")
                    : "a library";
        } catch (IOException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    /** Name and content: a rebuilt plug-in is another origin, so that its earlier results are not mistaken for new ones. */
    String origin() {
        return "plug-in " + name() + " " + hash().substring(0, 12);
    }

    /**
     * A class loader of its own, which shares the JDK and the api with the host.
     *
     * @param host the class loader of the program
     */
    public ClassLoader open(ClassLoader host) {
        return new PluginClassLoader(
                name(), jars().stream().map(PluginFolder::url).toList(), host);
    }

    private String hash() {
        Hash hash = new Hash();
        for (Path file : ProcessProvider.isIn(path) ? program() : jars()) {
            try {
                hash.add(file);
            } catch (IOException e) {
                throw new UncheckedIOException(file.getFileName() + " cannot be read", e);
            }
        }
        return hash.hex();
    }

    /** All that a program may be made of. What it compiles itself into, and hidden files, are not. */
    private List<Path> program() {
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> {
                        String within = path.relativize(file).toString();
                        return !within.startsWith(".") && !within.contains("/.") && !within.contains("__pycache__");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
