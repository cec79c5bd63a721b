package org.beatbench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.beatbench.experiment.Hash;
import org.beatbench.inquiry.TrialFiles;

/**
 * The files of a stored trial.
 *
 * @param folder where they are
 * @param hashes of their content, by their names
 */
record RecordFiles(Path folder, Map<String, String> hashes) implements TrialFiles {

    RecordFiles {
        hashes = Map.copyOf(hashes);
    }

    /** Refuses a folder in which a file is missing. What is in them is compared when they are read. */
    void requireAll() {
        hashes.keySet().stream().sorted().forEach(name -> requireThere(place(name)));
    }

    /** Where a file is; a record that was changed may name what is none, or is of another folder. */
    private Path place(String name) {
        boolean isPlain = name.chars().noneMatch(sign -> Character.isISOControl(sign) || sign == '\\')
                && Stream.of(name.split("/", -1))
                        .noneMatch(part -> Set.of("", ".", "..").contains(part));
        if (!isPlain) {
            throw RunFile.damaged(
                    folder.resolve(RunFile.NAME),
                    "it names a file that no trial has: " + name.replaceAll("\\p{Cntrl}", "?"));
        }
        return folder.resolve(name);
    }

    private static void requireThere(Path file) {
        if (!Files.isRegularFile(file)) {
            throw RunFile.damaged(file, "the file is missing");
        }
    }

    @Override
    public boolean contains(String name) {
        return hashes.containsKey(name);
    }

    @Override
    public Path file(String name) throws IOException {
        Path file = place(name);
        requireThere(file);
        if (!Hash.of(file).equals(hashes.get(name))) {
            throw RunFile.damaged(file, "it is not what the trial wrote");
        }
        return file;
    }
}
