package org.beatbench.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.app.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void findsAMachineThatBuildsThisInGoodHealth() throws IOException {
        Files.createDirectories(folder.resolve("data/kaggle"));
        Files.createFile(folder.resolve("data/kaggle/mitbih_train.csv"));
        Cli doctor = Cli.run(
                "doctor",
                "--data",
                folder.resolve("data").toString(),
                "--results",
                folder.resolve("results").toString());

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out().lines())
                .anyMatch(line -> line.matches("ok +Java +.*"))
                .anyMatch(line -> line.matches("ok +Networks +their native code loads and learns.*"))
                .anyMatch(line -> line.contains("kaggle: 1 file in "))
                .anyMatch(line -> line.matches("ok +Results +.*can be made and written"))
                .last()
                .isEqualTo("Experiments can be run here.");
        assertThat(folder.resolve("results")).as("nothing is stored").doesNotExist();
    }

    @Test
    void endsWithCodeOneWhereResultsCannotBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("results"));
        Cli doctor = Cli.run("doctor", "--json", "--data", folder.toString(), "--results", file.toString());

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .startsWith("{")
                .contains("\"healthy\" : false", "is a file, and results need a folder", "beatbench fetch mitdb");
    }
}
