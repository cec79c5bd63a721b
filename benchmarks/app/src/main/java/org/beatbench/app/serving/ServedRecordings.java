package org.beatbench.app.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.app.models.RecordingFiles;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.synthetic.SyntheticExample;
import org.beatbench.server.recordings.Recordings;

/** Recordings that clients of the server send, read as {@code predict} reads files. */
final class ServedRecordings implements Recordings {

    private static final String HEADER = ".hea";
    private static final int DEPTH = 4;
    private static final int EXAMPLES = 3;

    private final Map<String, RecordingFiles> models;

    /** Those that models of these names make. */
    ServedRecordings(Map<String, RecordingFiles> models) {
        this.models = Map.copyOf(models);
    }

    @Override
    public long answer(
            Path received, Wish wish, String model, Path results, Progress progress, Cancellation cancellation)
            throws IOException {
        RecordingFile recording =
                recording(Files.isDirectory(received) ? within(received, wish.name()) : received, wish);
        return Objects.requireNonNull(models.get(model), model)
                .write(
                        recording,
                        wish.signal().isEmpty() ? Optional.empty() : Optional.of(wish.signal()),
                        wish.name(),
                        BuildInfo.NAME + " predict " + model + " "
                                + recording.place().getFileName() + " --page " + wish.name() + ".html",
                        new RecordingFiles.Places(
                                place(results, Result.CSV),
                                place(results, Result.JSON),
                                place(results, Result.BEATS),
                                place(results, Result.SUMMARY),
                                place(results, Result.MARKS),
                                place(results, Result.PAGE)),
                        progress,
                        cancellation);
    }

    private static Path place(Path results, Result result) {
        return results.resolve(result.file());
    }

    /** As predict does, but that the beats of a table without marks are found: nobody can send these apart. */
    private static RecordingFile recording(Path file, Wish wish) throws IOException {
        if (!wish.detect()) {
            Optional<RecordingFile> marked = RecordingFile.of(file, wish.annotator(), wish.rate());
            if (marked.isPresent()) {
                return marked.get();
            }
        }
        return RecordingFile.all(file, RecordingSource.NO_MARKS, wish.rate()).get(0);
    }

    /** The one recording among unpacked files: that of the name, or the only one. */
    private static Path within(Path folder, String name) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder, DEPTH)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (List<String> endings : List.of(List.of(HEADER), List.of(".edf", ".bdf"), List.of(".csv"))) {
            List<Path> found = files.stream()
                    .filter(file -> endings.stream().anyMatch(lower(file)::endsWith))
                    .filter(file -> !isOfMarks(file, files))
                    .toList();
            Optional<Path> named =
                    found.stream().filter(file -> stem(file).equals(name)).findFirst();
            if (named.isPresent() || found.size() == 1) {
                return named.orElseGet(() -> found.get(0));
            }
            if (!found.isEmpty()) {
                throw new UserError(
                        "the zip holds " + found.size() + " recordings: "
                                + found.stream()
                                        .limit(10)
                                        .map(ServedRecordings::stem)
                                        .collect(Collectors.joining(", ")),
                        "call it as the one that is to be answered, such as " + stem(found.get(0)) + ".zip");
            }
        }
        throw new UserError(
                "the zip holds no recording",
                "pack a WFDB record (its .hea and the files it names), an EDF or BDF file, or a CSV file");
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    /** Whether it is called after another file, as tables of marks are. */
    private static boolean isOfMarks(Path file, List<Path> files) {
        return files.stream()
                .anyMatch(other -> !other.equals(file)
                        && stem(file).startsWith(stem(other))
                        && stem(file).length() > stem(other).length()
                        && stem(file).toLowerCase(Locale.ROOT).endsWith("annotations"));
    }

    @Override
    public List<String> examples() {
        return IntStream.rangeClosed(1, EXAMPLES)
                .mapToObj(number -> "synthetic-" + number + ".csv")
                .toList();
    }

    @Override
    public void write(String name, Path target) throws IOException {
        SyntheticExample.write(examples().indexOf(name), target);
    }
}
