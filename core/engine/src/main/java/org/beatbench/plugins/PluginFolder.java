package org.beatbench.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.beatbench.experiment.Hash;

/** One plug-in on disk: a folder of jars. */
record PluginFolder(Path path) {

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

    String name() {
        return path.getFileName().toString();
    }

    /** Name and content: a rebuilt plug-in is another origin, so that its earlier results are not mistaken for new ones. */
    String origin() {
        return "plug-in " + name() + " " + hash().substring(0, 12);
    }

    PluginClassLoader open(ClassLoader host) {
        return new PluginClassLoader(
                name(), jarsIn(path).stream().map(PluginFolder::url).toList(), host);
    }

    private String hash() {
        Hash hash = new Hash();
        for (Path jar : jarsIn(path)) {
            try {
                // A class loader passes over a jar that is none.
                new JarFile(jar.toFile()).close();
                hash.add(jar);
            } catch (IOException e) {
                throw new UncheckedIOException(jar.getFileName() + " cannot be read", e);
            }
        }
        return hash.hex();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
