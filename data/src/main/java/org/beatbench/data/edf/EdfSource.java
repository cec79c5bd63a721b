package org.beatbench.data.edf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.data.annotations.AnnotationFile;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;

/**
 * A folder of recordings in EDF, EDF+, BDF or BDF+. Of the signals in a file only the electrocardiograms are leads; marks are the
 * texts of its annotation signals that name beats, or those of a file beside it.
 */
public final class EdfSource implements RecordingSource {

    /** Endings of files, in small letters. */
    public static final List<String> ENDINGS = List.of(".edf", ".bdf");

    private static final int DEEPEST = 8;

    private final Path folder;
    private final String annotator;
    private final Optional<Path> only;

    private EdfSource(Path folder, String annotator, Optional<Path> only) {
        this.folder = folder;
        this.annotator = annotator;
        this.only = only;
    }

    /**
     * The recordings of a folder and the folders in it.
     *
     * @param annotator ending of the files that marks are in; empty for the recordings themselves, or a file of a usual name
     */
    public static EdfSource of(Path folder, String annotator) {
        return new EdfSource(folder, annotator, Optional.empty());
    }

    /**
     * The recording of one file, beside which another may have the same name but for its ending.
     *
     * @param annotator as in {@link #of}
     */
    public static EdfSource ofFile(Path file, String annotator) {
        Path place = file.toAbsolutePath();
        return new EdfSource(Objects.requireNonNull(place.getParent()), annotator, Optional.of(place));
    }

    @Override
    public List<String> names() throws IOException {
        if (only.isPresent()) {
            return List.of(name(Objects.requireNonNull(only.get().getFileName())));
        }
        Map<String, Path> names = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            for (Path file : files.filter(EdfSource::isOne).sorted().toList()) {
                String name = name(folder.relativize(file));
                Path other = names.put(name, file);
                if (other != null) {
                    problems.add(other.getFileName() + " and " + file.getFileName() + " are both called " + name);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(folder.toString(), problems, "give each recording a name of its own");
        }
        if (names.isEmpty()) {
            throw new UserError(
                    folder + " holds no recordings in EDF or BDF", "name a folder with files *.edf or *.bdf");
        }
        return List.copyOf(names.keySet());
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private static String name(Path relative) {
        String path = relative.toString().replace('\\', '/');
        return path.substring(0, path.length() - 4);
    }

    private Path file(String name) {
        if (only.isPresent()) {
            return only.get();
        }
        for (String ending : ENDINGS) {
            for (String written : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
                Path file = folder.resolve(name + written);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new UserError(
                "there is no " + folder.resolve(name) + String.join(" or ", ENDINGS),
                "check folder and name of the recording");
    }

    @Override
    public Recording open(String name, LeadSelection wanted) throws IOException {
        return EdfReader.read(file(name), name, annotator, wanted);
    }

    /** Where it is not clear which marks are meant, only the recording. */
    @Override
    public List<Path> files(String name) {
        Path file = file(name);
        List<Path> files = new ArrayList<>(List.of(file));
        try {
            AnnotationFile.find(file, annotator).map(AnnotationFile::path).ifPresent(files::add);
        } catch (UserError unclear) {
            return files;
        }
        return files;
    }

    @Override
    public String recipe() {
        return "EDF, annotator " + annotator;
    }
}
