package org.beatbench.comparison.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;

/**
 * Where the files of a report go. Each is written aside and then renamed, so that a reader never sees half of one.
 *
 * @param path the folder
 */
public record ReportFolder(Path path) {

    /**
     * Opens a folder, making it if need be.
     *
     * @throws UserError if it cannot be made
     */
    public static ReportFolder open(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException problem) {
            throw unwritable(path, problem);
        }
        return new ReportFolder(path);
    }

    /**
     * Writes a text file in UTF-8.
     *
     * @throws UserError if it cannot be written
     */
    public Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file.
     *
     * @throws UserError if it cannot be written
     */
    public Path write(String name, byte[] content) {
        Path file = path.resolve(name);
        try (Aside aside = Aside.file(path)) {
            Files.write(aside.path(), content);
            aside.publish(file);
            return file;
        } catch (IOException problem) {
            throw unwritable(file, problem);
        }
    }

    /**
     * Moves a finished file into the folder, in place of an earlier one of that name.
     *
     * @param name with slashes where it is in a folder of its own
     * @throws UserError if it cannot be written
     */
    public Path move(Path finished, String name) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw unwritable(file, problem);
        }
    }

    /**
     * Removes a file that is not part of the report any more; does nothing if it is not there, or not in the folder.
     *
     * @throws UserError if it cannot be removed
     */
    public void remove(String name) {
        Path file = path.resolve(name).normalize();
        try {
            if (file.startsWith(path.normalize())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException problem) {
            throw unwritable(file, problem);
        }
    }

    private static UserError unwritable(Path path, IOException problem) {
        return UserError.unwritable(
                path,
                problem,
                "Check that the folder may be written to and the disk is not full, or choose another folder.");
    }
}
