package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // the locks are held, not used
    void saysWhoHoldsIt() throws IOException {
        Instant before = Instant.now().minus(Duration.ofSeconds(1));
        try (RunLock held = RunLock.ofStore(folder, "./beatbench run standard")) {
            assertThatThrownBy(() -> RunLock.ofStore(folder, "./beatbench audit standard"))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("another run writes to " + folder + " (process "
                            + ProcessHandle.current().pid() + " on ")
                    .hasMessageEndingWith(": ./beatbench run standard)");
            Instant since =
                    Instant.parse(Files.readAllLines(folder.resolve(".lock")).get(2));
            assertThat(since).isBetween(before, Instant.now());
        }
    }

    @Test
    @SuppressWarnings("try")
    void isFreeAgainWhateverTheOneBeforeLeft() throws IOException {
        Files.writeString(folder.resolve(".lock"), "4711\nelsewhere\n2020-01-01T00:00:00Z\nkilled\n");
        try (RunLock held = RunLock.ofStore(folder, "next")) {
            assertThat(folder.resolve(".lock")).content().contains("next").doesNotContain("killed");
        }
        assertThat(folder.resolve(".lock")).as("nobody holds it").isEmptyFile();
        RunLock.ofStore(folder, "again").close();
    }

    @Test
    @SuppressWarnings("try")
    void tellsWhoIsBeingTimed() throws IOException {
        String temporary = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", folder.toString());
        try {
            assertThat(RunLock.timed()).isEmpty();
            try (RunLock held = RunLock.ofMachine("./beatbench run deep", "wait")) {
                assertThat(RunLock.timed().map(RunLock.Holder::command)).contains("./beatbench run deep");
            }
            assertThat(RunLock.timed()).isEqualTo(Optional.empty());
        } finally {
            System.setProperty("java.io.tmpdir", temporary);
        }
    }
}
