package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void givesEveryCommandWithSuccessAndLeavesNothing() throws IOException {
        List<Path> before = temporary();

        Rehearsal.main(new String[0]);

        assertThat(temporary()).isSubsetOf(before);
    }

    private static List<Path> temporary() throws IOException {
        String mine = "-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".beatbench-"))
                    .filter(file -> file.getFileName().toString().contains(mine))
                    .toList();
        }
    }
}
