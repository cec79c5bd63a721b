package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.ForkedRunner;
import org.beatbench.harness.RunFolders;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned from one data set is tested on another, with the same audit, page and verification. */
class AcrossJourneyTest {

    @TempDir
    private Path folder;

    private static String experiment(int seed) {
        return """
                dataset: {id: synthetic, settings: {subjects: 8, beats: 50}}
                test-dataset: {id: synthetic, settings: {subjects: 4, beats: 60, seed: %d}}
                protocols: [across]
                classifiers: [{id: logistic-regression, settings: {epochs: 2}}]
                canaries: false
                """.formatted(seed);
    }

    @Test
    void runsReportsAndVerifies() throws IOException {
        SmallResults results = SmallResults.run(folder, "across", experiment(2));

        assertThat(Files.readString(results.report("report.html")))
                .containsIgnoringCase("new patients (another data base)")
                .contains("test:", ", tested on ");
        Cli verified = results.call("verify");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains("fingerprint and counts of 640 beats recomputed", "240 answers");

        Trial trial = results.trial("logistic-regression");
        Path desk = Files.createDirectory(folder.resolve("desk"));
        RunRecord apart = new ForkedRunner(new RunFolders(folder, folder), Limits.defaults(), desk)
                .run(trial, Progress.NONE, Cancellation.NEVER);
        assertThat(apart.outcome()).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void findsBeatsThatAreInBothDataSets() throws IOException {
        Path file = Files.writeString(
                folder.resolve("same.yaml"),
                experiment(2).replace(", seed: 2", "").replace("subjects: 4, beats: 60", "subjects: 8, beats: 50"));

        Cli run = Cli.run("run", file.toString(), "--untimed", "--results", folder.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).contains("across: FAIL", "twins");
    }
}
