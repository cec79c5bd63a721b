package org.beatbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {

    @TempDir
    private Path folder;

    @Test
    void knowsAFullDiskByTheSystemsWords() {
        IOException full = new IOException("No space left on device");

        assertThat(DiskFull.is(full)).isTrue();
        assertThat(DiskFull.is(new UncheckedIOException(full))).isTrue();
        assertThat(DiskFull.is(UserError.unwritable(Path.of("x"), full, "make room")))
                .isTrue();
    }

    @Test
    void takesNothingElseForAFullDisk() {
        String file = folder.resolve("a/b").toString();

        assertThat(DiskFull.is(new IOException("Broken pipe"))).isFalse();
        assertThat(DiskFull.is(new AccessDeniedException(file))).isFalse();
        assertThat(DiskFull.is(new FileSystemException(file, null, "Zu viele offene Dateien")))
                .isFalse();
        assertThat(DiskFull.is(new UserError("no experiment x", "give another")))
                .isFalse();
    }
}
