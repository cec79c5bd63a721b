package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;

/** Which records a folder holds: as its file {@code RECORDS} lists them, or else all that have a header, by name. */
final class RecordList {

    static final String NAME = "RECORDS";
    static final String HEADER = ".hea";

    /** Lists that name folders of lists that name folders. */
    private static final int DEEPEST = 8;

    private static final String HINT = "write the name of one record a line, without endings";

    private final Path folder;
    private final Path list;

    RecordList(Path folder) {
        this.folder = folder;
        this.list = folder.resolve(NAME);
    }

    /**
     * The names of the records, each once.
     *
     * @throws UserError if there are none, or the folder does not exist
     */
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + " is not a folder", "name a folder that holds WFDB records");
        }
        List<String> names = Files.isRegularFile(list)
                ? List.copyOf(new LinkedHashSet<>(
                        lines().stream().map(RecordList::plain).toList()))
                : found();
        if (names.isEmpty()) {
            throw new UserError(folder + " holds no WFDB records", "name a folder with a file RECORDS or *.hea");
        }
        return names;
    }

    /** Records that the list names more than once, which are read once all the same. */
    Set<String> namedTwice() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        if (Files.isRegularFile(list)) {
            for (String line : lines()) {
                String name = plain(line);
                if (!seen.add(name)) {
                    twice.add(name);
                }
            }
        }
        return twice;
    }

    private List<String> lines() throws IOException {
        return lines(list, "", 0);
    }

    /** The lines of a list; a folder named in it, as {@code g1/}, stands for the records that its own list names. */
    private List<String> lines(Path from, String prefix, int depth) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            for (String line : Contents.text(from, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList()) {
                String name = prefix + line;
                if (depth < DEEPEST && hasList(name)) {
                    lines.addAll(lines(folder.resolve(plain(name)).resolve(NAME), name, depth + 1));
                } else {
                    lines.add(name);
                }
            }
        } catch (CharacterCodingException e) {
            throw new UserError(from + " is not text in UTF-8", HINT);
        }
        return lines;
    }

    /** Whether a line names a folder of this one, and there is a list in it. */
    private boolean hasList(String line) {
        if (!line.endsWith("/") || line.indexOf('\0') >= 0) {
            return false;
        }
        Path below = folder.resolve(plain(line)).resolve(NAME).toAbsolutePath().normalize();
        return below.startsWith(folder.toAbsolutePath().normalize()) && Files.isRegularFile(below);
    }

    /** One name for one record: {@code ./p00//a} is {@code p00/a}. What cannot be a name is left as it is, to be refused. */
    private static String plain(String line) {
        try {
            Path path = Path.of(line).normalize();
            return path.toString().isEmpty() || path.isAbsolute() || line.endsWith("..") ? line : slashed(path);
        } catch (InvalidPathException e) {
            return line;
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Segments of other records are not records to be read by themselves. */
    private List<String> found() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(HEADER))
                    .map(name -> name.substring(0, name.length() - HEADER.length()))
                    .forEach(names::add);
        }
        Set<String> segments = new TreeSet<>();
        for (String name : names) {
            segments.addAll(segments(name));
        }
        names.removeAll(segments);
        return List.copyOf(names);
    }

    /** The segments that a header names, whatever else is wrong with it. */
    private List<String> segments(String name) throws IOException {
        List<String[]> lines = Arrays.stream(Contents.text(folder.resolve(name + HEADER), StandardCharsets.ISO_8859_1)
                        .split("\r\n|\n|\r"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("[ \t]+"))
                .toList();
        return lines.isEmpty() || !lines.get(0)[0].startsWith(name + "/")
                ? List.of()
                : lines.stream().skip(1).map(fields -> fields[0]).toList();
    }
}
