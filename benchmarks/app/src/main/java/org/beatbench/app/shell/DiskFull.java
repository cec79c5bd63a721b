package org.beatbench.app.shell;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a disk without room from other reasons why a file cannot be written: it is nobody's mistake. */
public final class DiskFull {

    private static final List<String> WORDS = List.of(
            "No space left on device", "Disk quota exceeded", "not enough space on the disk", "its disk is full");

    /** A disk that has less is full for anything worth writing. */
    private static final long NOTHING = 1 << 16;

    private DiskFull() {}

    /** Whether a problem is that of a full disk. Systems say so in many languages, so the disk itself is asked too. */
    public static boolean is(Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (WORDS.stream().anyMatch(message::contains) || (cause instanceof FileSystemException e && isFull(e))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(FileSystemException problem) {
        if (!problem.getClass().equals(FileSystemException.class) || problem.getFile() == null) {
            return false;
        }
        try {
            for (@Nullable Path place = Path.of(problem.getFile()); place != null; place = place.getParent()) {
                if (Files.exists(place)) {
                    return Files.getFileStore(place).getUsableSpace() < NOTHING;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
