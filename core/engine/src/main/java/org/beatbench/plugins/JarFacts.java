package org.beatbench.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.DatasetProvider;

/**
 * What a jar says of itself, without running anything of it.
 *
 * @param file where it is
 * @param apiVersion for which version of the api it was made, as it is written; empty if it does not say so
 * @param providers by kind, the full name of the interface, the classes that it names in {@code META-INF/services}; kinds of which
 *     it names none are left out
 */
public record JarFacts(Path file, Optional<String> apiVersion, Map<String, List<String>> providers) {

    /** Nobody names more providers than fit into so many bytes. */
    private static final int LONGEST_LIST = 1 << 20;

    private static final List<Class<?>> KINDS = List.of(ClassifierProvider.class, DatasetProvider.class);

    public JarFacts {
        providers = Map.copyOf(providers);
    }

    /**
     * Reads a jar.
     *
     * @throws IOException if it is none
     */
    public static JarFacts of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Optional<String> version = manifest == null
                    ? Optional.empty()
                    : Optional.ofNullable(manifest.getMainAttributes().getValue(ApiVersion.ENTRY));
            Map<String, List<String>> providers = new TreeMap<>();
            for (Class<?> kind : KINDS) {
                List<String> named = providers(jar, kind);
                if (!named.isEmpty()) {
                    providers.put(kind.getName(), named);
                }
            }
            return new JarFacts(file, version, providers);
        }
    }

    private static List<String> providers(JarFile jar, Class<?> kind) throws IOException {
        ZipEntry entry = jar.getEntry("META-INF/services/" + kind.getName());
        if (entry == null) {
            return List.of();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** Whether it names classifiers or data sets; other jars are libraries. */
    public boolean isPlugin() {
        return !providers.isEmpty();
    }

    /** Why it cannot be used here, by its version alone; empty if it can, or does not say. */
    public Optional<String> refusal() {
        return isPlugin()
                ? apiVersion.flatMap(ApiVersion::refusal).map(reason -> file.getFileName() + " " + reason)
                : Optional.empty();
    }

    /** What its author should add; empty if nothing. */
    public Optional<String> hint() {
        return isPlugin() && apiVersion.isEmpty()
                ? Optional.of(file.getFileName() + " does not say for which version of the api it was made; put "
                        + ApiVersion.ENTRY + ": " + ApiVersion.CURRENT + " into its manifest")
                : Optional.empty();
    }
}
