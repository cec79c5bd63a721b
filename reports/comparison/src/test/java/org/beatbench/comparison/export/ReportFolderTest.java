package org.beatbench.comparison.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    @TempDir
    private Path folder;

    @Test
    void replacesAFileAndLeavesNothingElseBehind() throws IOException {
        ReportFolder report = ReportFolder.open(folder.resolve("deep/er"));
        report.write("a.txt", "one");
        report.write("a.txt", "två");
        assertThat(folder.resolve("deep/er/a.txt")).hasContent("två");
        try (Stream<Path> files = Files.list(folder.resolve("deep/er"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .isEqualTo(List.of("a.txt"));
        }
    }

    @Test
    void takesFinishedFilesInAndThrowsOldOnesOut() throws IOException {
        ReportFolder report = ReportFolder.open(folder.resolve("report"));
        report.write("old.txt", "old");
        Path finished = Files.writeString(folder.resolve("new"), "new");
        report.move(finished, "figures/new.txt");
        report.remove("old.txt");
        report.remove("never-there.txt");

        assertThat(folder.resolve("report/figures/new.txt")).hasContent("new");
        assertThat(finished).doesNotExist();
        assertThat(folder.resolve("report/old.txt")).doesNotExist();
    }

    @Test
    void throwsOutNothingThatIsNotInIt() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "mine");
        ReportFolder report = ReportFolder.open(folder.resolve("report"));
        report.remove("../outside.txt");
        report.remove(outside.toString());

        assertThat(outside).hasContent("mine");
    }

    @Test
    void saysWhatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> ReportFolder.open(file.resolve("report")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("file");
    }

    @Test
    void keepsTheOldFileWhenTheNewOneCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("a.txt/not-empty"));
        ReportFolder report = ReportFolder.open(folder);
        assertThatThrownBy(() -> report.write("a.txt", "new")).isInstanceOf(UserError.class);
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
        assertThat(folder.resolve("a.txt/not-empty")).isDirectory();
    }
}
