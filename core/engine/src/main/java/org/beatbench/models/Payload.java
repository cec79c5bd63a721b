package org.beatbench.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Hash;

/** The files that a classifier saved. */
final class Payload {

    private static final String REMEDY = "get the whole folder again from where it came, or train the model again";

    private Payload() {}

    /**
     * SHA-256 of each file below a folder, by its path within the folder, with {@code /} on every system.
     *
     * @throws UserError if there is anything but files and folders, which is neither followed nor opened, or a file of which no
     *     model can be made, because it would fill the memory
     */
    static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files(folder)) {
            if (Files.size(file) > Runtime.getRuntime().maxMemory() / 2) {
                throw new UserError(
                        file + " is too large for the memory that Java may use",
                        "look whether it is the file that it should be; if so, give Java more memory, such as "
                                + "BEATBENCH_JAVA_OPTIONS=-Xmx8g");
            }
            hashes.put(name(folder.relativize(file)), Hash.of(file));
        }
        return hashes;
    }

    /**
     * Checks that the files are those that were saved.
     *
     * @param expected what {@link #hashes} gave then
     * @throws UserError naming the first that is missing, or not as it was, or one too many
     */
    static void check(Path folder, Map<String, String> expected) throws IOException {
        Map<String, String> found = Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? hashes(folder) : Map.of();
        for (Map.Entry<String, String> file : expected.entrySet()) {
            String hash = found.get(file.getKey());
            if (hash == null) {
                throw new UserError(folder.resolve(file.getKey()) + " is missing", REMEDY);
            }
            if (!hash.equals(file.getValue())) {
                throw new UserError(folder.resolve(file.getKey()) + " is not what was saved: its hash differs", REMEDY);
            }
        }
        for (String name : found.keySet()) {
            if (!expected.containsKey(name)) {
                throw new UserError(folder.resolve(name) + " is no part of the model", "take it out of the folder");
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    requireFile(path);
                    files.add(path);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /**
     * Checks that a path is a file itself: a link would lead out of the model, and a pipe may never end.
     *
     * @throws UserError if it is something else
     */
    static void requireFile(Path path) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            String what = Files.isSymbolicLink(path) ? "a link" : "no file, but a pipe, socket or device";
            throw new UserError(path + " is " + what + ", and a model consists of files", REMEDY);
        }
    }

    private static String name(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
