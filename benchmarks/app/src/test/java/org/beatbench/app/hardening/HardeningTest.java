package org.beatbench.app.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.app.NewProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code benchmarks/hardening} does, with little memory; a small share of it unless more is asked for. */
@Tag("slow")
class HardeningTest {

    @TempDir
    private Path folder;

    /** Runs a part of it; returns the last line of what it says. */
    private String run(Class<?> main, String name, int share) throws Exception {
        Path output = Path.of(System.getProperty("hardening.results", folder.toString()))
                .resolve(name + ".txt");
        List<String> arguments = List.of(
                System.getProperty("hardening." + name, Integer.toString(share)),
                System.getProperty("hardening.first", "0"),
                folder.resolve("work").toString());
        int exitCode = NewProcess.of(main, List.of("-Xmx512m"), arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String text = Files.readString(output);
        assertThat(exitCode).as(text).isZero();
        return text.lines().reduce((first, second) -> second).orElseThrow();
    }

    @Test
    void changedAndHugeFilesAreReadOrRefusedByName() throws Exception {
        assertThat(run(Mutants.class, "mutants", 1_000)).contains(" mutants of 64 kinds of files", ", 0 faults");
    }

    @Test
    void killedCommandsLeaveNothingHalfAndLoseNothing() throws Exception {
        assertThat(run(Kills.class, "kills", 2))
                .contains(" of them runs", "nothing was lost, done twice, half, or there after the next command");
    }

    @Test
    void tamperingsAreNoticed() throws Exception {
        assertThat(run(Tamperings.class, "tamperings", 10)).contains(" tamperings with ", ": 0 missed");
    }
}
