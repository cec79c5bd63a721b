package org.beatbench.data.annotations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.wfdb.LooseAnnotations;

/**
 * Marks in a file beside a recording: a table, or an annotation file of WFDB.
 *
 * <p>A file belongs to the recording {@code 100.csv} if it is called like it, with one of the words annotations, annotation, ann,
 * beats, events or marks behind the name, such as {@code 100annotations.txt}, {@code 100_annotations.csv} and {@code 100.beats.tsv}, or
 * if it is {@code 100.atr} or {@code 100.csv.atr}. A setting can name another ending.
 */
public final class AnnotationFile {

    private static final List<String> WORDS = List.of("annotations", "annotation", "ann", "beats", "events", "marks");
    private static final List<String> SEPARATORS = List.of("", "_", "-", ".");
    private static final List<String> TABLES = List.of("csv", "txt", "tsv");
    private static final String REFERENCE = "atr";
    private static final Pattern ENDING = Pattern.compile("(.+?)[._-]?(?:" + String.join("|", WORDS) + ")\\.\\w+");

    private final Path path;

    private AnnotationFile(Path path) {
        this.path = path;
    }

    /**
     * Finds the marks of a recording.
     *
     * @param recording its file, which is not one of marks
     * @param ending what stands behind the name of the recording, such as {@code qrs} or {@code _beats.csv}; empty for any of the
     *     usual ones; {@link RecordingSource#NO_MARKS} for none
     * @throws UserError if there are several, or none has the ending that is wanted
     */
    public static Optional<AnnotationFile> find(Path recording, String ending) {
        if (ending.equals(RecordingSource.NO_MARKS)) {
            return Optional.empty();
        }
        Set<Path> found = new LinkedHashSet<>();
        for (String name : ending.isEmpty() ? usual(recording) : called(recording, ending)) {
            Path candidate = recording.resolveSibling(name);
            if (!candidate.equals(recording) && Files.isRegularFile(candidate)) {
                found.add(candidate);
            }
        }
        if (found.size() > 1 && ending.isEmpty()) {
            throw new UserError(
                    recording + ": there are several files with marks: "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(file -> file.getFileName().toString())
                                            .toList()),
                    "choose one by its ending with the setting annotator, or put the others elsewhere");
        }
        if (found.isEmpty() && !ending.isEmpty()) {
            throw new UserError(
                    recording + ": there are no marks beside it: " + String.join(", ", called(recording, ending)),
                    "put the marks there, or name another ending with the setting annotator");
        }
        return found.stream().findFirst().map(AnnotationFile::new);
    }

    /** The name of the recording whose marks a file has, if it is called so. */
    public static Optional<String> owner(String file) {
        return Optional.of(ENDING.matcher(file))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    private static List<String> usual(Path recording) {
        List<String> names = new ArrayList<>();
        for (String stem : List.of(stem(recording), full(recording))) {
            for (String word : WORDS) {
                for (String separator : SEPARATORS) {
                    TABLES.forEach(table -> names.add(stem + separator + word + "." + table));
                }
            }
            names.add(stem + "." + REFERENCE);
        }
        if (!isTable(full(recording))) {
            TABLES.forEach(table -> names.add(stem(recording) + "." + table));
        }
        return names;
    }

    private static List<String> called(Path recording, String ending) {
        return List.of(stem(recording) + "." + ending, full(recording) + "." + ending, stem(recording) + ending);
    }

    private static String full(Path recording) {
        return recording.getFileName().toString();
    }

    private static String stem(Path recording) {
        return full(recording).replaceFirst("\\.\\w+$", "");
    }

    private static boolean isTable(String name) {
        return TABLES.stream().anyMatch(name::endsWith);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Adds its marks to those of a recording. */
    public void addTo(Marks marks) throws IOException {
        if (!isTable(full(path))) {
            for (Annotation annotation : LooseAnnotations.read(path, marks.size(), marks.rate())) {
                marks.add(annotation);
            }
            return;
        }
        for (Mark mark : AnnotationTable.read(path)) {
            // Of a mark without a word only the place is known.
            String text = mark.text().isEmpty() ? BeatWord.UNCLASSED.symbol() : mark.text();
            if (mark.isTimed()) {
                marks.addAt(mark.seconds(), text);
            } else {
                marks.addCounted(mark.sample(), text, path);
            }
        }
    }
}
