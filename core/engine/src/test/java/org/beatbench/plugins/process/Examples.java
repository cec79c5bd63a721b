package org.beatbench.plugins.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The programs among the plug-ins that come with the sources, run by an interpreter that the environment names. */
final class Examples {

    private static final Map<String, ProcessProvider> STARTED = new ConcurrentHashMap<>();

    private Examples() {}

    /** The plug-in of a folder. */
    static ProcessProvider with(String name, String interpreter) {
        return STARTED.computeIfAbsent(name, key -> start(Path.of("benchmarks/plugins", key), interpreter));
    }

    private static ProcessProvider start(Path plugin, String interpreter) {
        try {
            Path copy = Files.createTempDirectory("beatbench-test-");
            try (Stream<Path> files = Files.list(plugin)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            List<String> command =
                    new ArrayList<>(ProcessManifest.in(copy).orElseThrow().command());
            command.set(0, System.getenv(interpreter));
            Files.writeString(copy.resolve(ProcessManifest.FILE), "command: [" + String.join(", ", command) + "]\n");
            return ProcessProvider.in(copy).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
