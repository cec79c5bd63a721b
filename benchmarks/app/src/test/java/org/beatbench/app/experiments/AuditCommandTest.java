package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beatbench.app.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaks are found before anything is trained, on request and in every run. */
class AuditCommandTest {

    @TempDir
    private Path folder;

    private Cli beatbench(String command, String file, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of(command, folder.resolve(file).toString(), "--results", folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void experiment(String protocols) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
                protocols: [%s]
                classifiers: [logistic-regression]
                canaries: false
                """.formatted(protocols));
    }

    /** Series of which some stand in the file of the training series and in that of the test series. */
    private void copiedSeries() throws IOException {
        StringBuilder training = new StringBuilder();
        StringBuilder test = new StringBuilder();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            StringBuilder line = new StringBuilder(String.valueOf(1 + i % 2));
            for (int t = 0; t < 24; t++) {
                line.append('\t').append(Math.sin(t / (2.0 + i % 2)) + 0.2 * random.nextDouble());
            }
            training.append(line).append('\n');
            if (i % 10 == 0) {
                test.append(line).append('\n');
            }
            test.append(line.toString().replaceAll("\t-?", "\t1")).append('\n');
        }
        Files.writeString(folder.resolve("Copied_TRAIN.tsv"), training);
        Files.writeString(folder.resolve("Copied_TEST.tsv"), test);
        Files.writeString(folder.resolve("copied.yaml"), """
                dataset: {id: ucr, settings: {folder: '%s', problem: Copied}}
                protocols: [beats]
                classifiers: [logistic-regression]
                canaries: false
                """.formatted(folder));
    }

    private Path stored() {
        return folder.resolve("mine/audit.json");
    }

    @Test
    void printsTheEvidenceOfEveryCheck() throws IOException {
        experiment("beats, patients");
        Cli audit = beatbench("audit", "mine.yaml");

        assertThat(audit.err()).isEmpty();
        assertThat(audit.exitCode()).isZero();
        assertThat(audit.out())
                .contains("beats: WARN, 10 of 10 subjects on both sides", "patients: PASS")
                .contains("PASS  Identical rows: None of 120 test rows", "PASS  Scaled with the test rows: ")
                .endsWith("WARN\n");
    }

    @Test
    void failsWithExitCodeFourAndSaysWhatIsMeantToFail() throws IOException {
        experiment("seed, patients");
        Cli audit = beatbench("audit", "mine.yaml");

        assertThat(audit.exitCode()).isEqualTo(4);
        assertThat(audit.out()).containsPattern("copies: FAIL, [0-9.]+\u202f% twins, as it is meant to\n");
        assertThat(beatbench("audit", "mine.yaml", "--protocol", "patients").exitCode())
                .isZero();
        assertThat(beatbench("audit", "mine.yaml", "--protocol", "beats").err())
                .contains("unknown protocol of this experiment \"beats\"");
    }

    @Test
    void keepsWhatItFoundForRunsAndReports() throws IOException {
        experiment("patients");
        beatbench("audit", "mine.yaml");
        Files.writeString(stored(), Files.readString(stored()).replace("None of ", "Not one of "));

        assertThat(beatbench("audit", "mine.yaml").out()).contains("Not one of 120 test rows");
        Cli run = beatbench("run", "mine.yaml", "--untimed");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Audit of patients: PASS");
        assertThat(folder.resolve("mine/report/report.html"))
                .content()
                .contains("Not one of 120 test rows", "audit: PASS");
        assertThat(folder.resolve("mine/report/summary.md")).content().contains("audit: PASS");
    }

    @Test
    void printsJson() throws IOException {
        experiment("seed");
        Cli audit = beatbench("audit", "mine.yaml", "--json", "--protocol", "seed");

        assertThat(audit.exitCode()).isEqualTo(4);
        assertThat(audit.out())
                .startsWith("{")
                .contains(
                        "\"verdict\" : \"FAIL\"",
                        "\"protocol\" : \"copies\"",
                        "\"id\" : \"identical-rows\"",
                        "\"twins\" : ");
    }

    @Test
    void auditsADataSetWithoutAnExperiment() {
        Cli audit = Cli.run("audit", "--dataset", "synthetic", "--set", "subjects=10", "--set", "beats=60");

        assertThat(audit.exitCode()).as("copies is among all protocols").isEqualTo(4);
        assertThat(audit.out())
                .startsWith("Synthetic heartbeats\n")
                .contains("copies: FAIL", "beats: WARN", "patients: PASS")
                .contains("ds1-ds2 does not fit: ");
        Cli some = Cli.run(
                "audit",
                "--dataset",
                "synthetic",
                "--set",
                "subjects=10",
                "--set",
                "beats=60",
                "--protocol",
                "beats,patients-2");
        assertThat(some.exitCode()).isZero();
        assertThat(some.out()).contains("beats: WARN", "patients-2: PASS").doesNotContain("\ncopies:", "ds1-ds2");
        assertThat(Cli.run("audit", "--dataset", "synthetic", "--protocol", "ds1-ds2")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void letsTheProtocolThatIsMeantToLeakGoOnAndLabelsIt() throws IOException {
        experiment("seed");
        Cli run = beatbench("run", "mine.yaml", "--untimed");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("Audit of copies: FAIL, [0-9.]+\u202f% twins, as it is meant to");
        assertThat(Files.readString(folder.resolve("mine/report/report.html")))
                .containsPattern("audit: FAIL, [0-9.]+\u202f% twins\\.")
                .doesNotContain("leaks accepted");
    }

    @Test
    void endsARunBeforeTrainingWhereALeakIsUnexpected() throws IOException {
        copiedSeries();
        Cli run = beatbench("run", "copied.yaml", "--untimed");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out())
                .contains("Audit of beats: FAIL, 9.1\u202f% twins", "6 of 66 test rows", "Nothing was trained");
        assertThat(folder.resolve("copied/trials")).isEmptyDirectory();
    }

    @Test
    void goesOnWithAcceptedLeaksAndSaysSo() throws IOException {
        copiedSeries();
        Cli run = beatbench("run", "copied.yaml", "--untimed", "--accept-leaks");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Audit of beats: FAIL", "because --accept-leaks was given");
        assertThat(Files.readString(folder.resolve("copied/audit.json")))
                .containsPattern("\"accepted\" : \\[ \"[0-9a-f]+\" ]");
        assertThat(folder.resolve("copied/report/report.html"))
                .content()
                .contains("audit: FAIL, 9.1\u202f% twins, leaks accepted")
                .contains("failed: 9.1\u202f% twins. It was run all the same, with --accept-leaks.");
        assertThat(beatbench("run", "copied.yaml", "--untimed").exitCode())
                .as("accepted for that run only")
                .isEqualTo(4);
    }

    @Test
    void runsTheRestWhenTheLeakyProtocolIsLeftOut() throws IOException {
        copiedSeries();
        Files.writeString(
                folder.resolve("copied.yaml"),
                Files.readString(folder.resolve("copied.yaml")).replace("[beats]", "[beats, seed]"));
        assertThat(beatbench("run", "copied.yaml", "--untimed", "--only", "seed")
                        .exitCode())
                .isZero();
        assertThat(Cli.run("report", "copied", "--results", folder.toString()).exitCode())
                .isZero();
    }
}
