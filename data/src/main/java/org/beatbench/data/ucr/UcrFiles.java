package org.beatbench.data.ucr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.api.UserError;

/**
 * The two files of a problem.
 *
 * @param train the series to learn from
 * @param test the series to be asked about
 */
record UcrFiles(Path train, Path test) {

    private static final String TS = ".ts";

    private static final List<String> ENDINGS = List.of(".tsv", ".txt", ".csv", TS);
    private static final String TRAIN = "_TRAIN";
    private static final int NAMED = 20;

    /**
     * Looks for the files of a problem, first in the folder itself, then in the one of the problem's name.
     *
     * @throws UserError if there are none, naming those problems that are there
     */
    static UcrFiles find(UcrSettings settings, Path data) throws IOException {
        if (!settings.problem().matches("[A-Za-z0-9._-]+")) {
            throw new UserError(
                    "not the name of a problem: '" + settings.problem() + "'",
                    "Give a name of letters, digits, dots, hyphens and underscores, such as ECG5000.");
        }
        Path folder = settings.folder().isEmpty() ? data.resolve("ucr") : Path.of(settings.folder());
        return new UcrFiles(find(folder, settings.problem(), TRAIN), find(folder, settings.problem(), "_TEST"));
    }

    /** Whether a file says itself what its lines are, as .ts does. */
    static boolean describesItself(Path file) {
        return file.toString().endsWith(TS);
    }

    boolean areTables() {
        return !describesItself(train) && !describesItself(test);
    }

    private static Path find(Path folder, String problem, String part) throws IOException {
        for (Path place : List.of(folder, folder.resolve(problem))) {
            Optional<Path> file = ENDINGS.stream()
                    .map(ending -> place.resolve(problem + part + ending))
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (file.isPresent()) {
                return file.get();
            }
        }
        List<String> others = problems(folder);
        String there = others.isEmpty()
                ? "There are no problems of the UCR archive in " + folder + "; set folder to where they are."
                : "Choose one that is there: " + String.join(", ", others);
        throw new UserError(
                folder + ": no " + problem + part + " (" + String.join(", ", ENDINGS) + "), also not in " + problem
                        + "/",
                there);
    }

    /** The first problems that a folder holds. */
    private static List<String> problems(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> ENDINGS.stream().anyMatch(ending -> name.endsWith(TRAIN + ending)))
                    .map(name -> name.substring(0, name.lastIndexOf(TRAIN)))
                    .distinct()
                    .sorted()
                    .limit(NAMED)
                    .toList();
        }
    }
}
