package org.beatbench.data.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A file that is written aside, under a name of its own in the target's folder, and takes the target's place only when it
 * is whole. If it is closed before that, nothing of it remains.
 */
public final class NewFile implements AutoCloseable {

    private final Path target;
    private final Path aside;

    private NewFile(Path target, Path aside) {
        this.target = target;
        this.aside = aside;
    }

    /**
     * Starts a file, empty so far.
     *
     * @param target where it is to stand in the end; its folder must exist
     * @throws IOException if the folder cannot be written to
     */
    public static NewFile of(Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file stands in a folder");
        // Not createTempFile, which would keep everybody else from reading the published file.
        Path aside = folder.resolve("." + target.getFileName() + "-" + UUID.randomUUID() + ".part");
        return new NewFile(target, Files.createFile(aside));
    }

    /** Where to write it. */
    public Path aside() {
        return aside;
    }

    /** Puts the written file in the target's place, in one step where the file system can. */
    public void publish() throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what was written, unless it was published. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(aside);
    }
}
