package org.beatbench.app.detection;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beatbench.api.UserError;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.wfdb.AnnotationWriter;

/** The annotation files that are written, one for each recording: in a folder, called like it. */
final class MarkFiles {

    /** Kept in the files, so that they can be replaced without asking. */
    static final String NOTE = "found by beatbench detect";

    /** Endings of files that hold something else. */
    private static final Set<String> TAKEN = Set.of("hea", "dat", "mat", "flac", "edf", "bdf", "csv", "txt", "json");

    private final Path folder;
    private final String annotator;

    /**
     * Files of an annotator.
     *
     * @throws UserError if there can be no such annotator
     */
    MarkFiles(Path folder, String annotator) {
        if (!annotator.matches("[A-Za-z][\\w-]*") || TAKEN.contains(annotator)) {
            throw new UserError(
                    "--annotator must be a letter, perhaps with letters, digits, _ and - after it, and no other kind of file: "
                            + annotator,
                    "such as --annotator qrs");
        }
        this.folder = folder;
        this.annotator = annotator;
    }

    private Path file(String recording) {
        return folder.resolve(Path.of(recording).getFileName() + "." + annotator);
    }

    /**
     * Finds what is in the way before anything is done.
     *
     * @param force whether files that somebody else wrote may be replaced
     * @throws UserError naming everything that is in the way
     */
    void check(List<RecordingFile> recordings, boolean force) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<Path, Path> places = new HashMap<>();
        for (RecordingFile recording : recordings) {
            Path file = file(recording.name());
            Path other = places.putIfAbsent(file, recording.place());
            if (other != null) {
                problems.add(file + " would hold the beats of both " + other + " and " + recording.place());
            } else if (Files.isDirectory(file)) {
                problems.add(file + " is a folder");
            } else if (Files.exists(file) && !force && !AnnotationWriter.isBy(NOTE, file)) {
                problems.add(file + " is there and was not written by detect");
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    "nothing is written to " + folder,
                    problems,
                    "name another --out or --annotator; --force replaces annotations of others");
        }
    }

    /** Writes one; what cannot be written is told as the user's. */
    void write(Detection detection) throws IOException {
        Path file = file(detection.name());
        try {
            Files.createDirectories(folder);
            AnnotationWriter.write(file, detection.rate(), NOTE, detection.beats());
        } catch (FileSystemException e) {
            throw UserError.unwritable(file, e, "name a folder that may be written to with --out");
        }
    }
}
