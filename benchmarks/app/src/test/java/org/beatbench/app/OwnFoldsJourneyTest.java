package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Folds of one's own are run, in processes of their own too, audited, reported, verified and run again. */
class OwnFoldsJourneyTest {

    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    private String experiment(String protocol, Path folds) {
        return """
                dataset: {id: synthetic, settings: {subjects: 8, beats: 50}}
                protocols: [%s]
                folds: '%s'
                classifiers: [{id: logistic-regression, settings: {epochs: 2}}]
                canaries: false
                """.formatted(protocol, folds);
    }

    private Path folds(IntFunction<String> fold) throws IOException {
        return Files.writeString(
                folder.resolve("mine.csv"),
                "row,fold\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(row -> row + "," + fold.apply(row) + "\n")
                                .collect(Collectors.joining()));
    }

    @Test
    void runsReportsAndVerifiesThem() throws IOException {
        Path folds = folds(row -> row < ROWS / 2 ? "a" : "b");
        SmallResults results = SmallResults.run(folder, "own", experiment("folds-by-subject", folds));

        Path report = results.folder().resolve("report");
        assertThat(Files.readString(report.resolve("report.html"))).contains("New patients (folds from a file)");
        assertThat(Files.readString(report.resolve("results.csv"))).contains("fold-a", "fold-b");
        Cli verified = results.call("verify");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();

        Trial trial = results.trial("logistic-regression");
        Path desk = Files.createDirectory(folder.resolve("desk"));
        RunRecord apart = new ForkedRunner(new RunFolders(folder, folder), Limits.defaults(), desk)
                .run(trial, Progress.NONE, Cancellation.NEVER);
        assertThat(apart.outcome()).isInstanceOf(Outcome.Completed.class);

        folds(row -> row % 2 == 0 ? "a" : "b");
        Cli changed = results.call("verify");
        assertThat(changed.exitCode()).isEqualTo(5);
        assertThat(changed.out()).contains("mine.csv", "the trials have folds-by-subject/1-");
        Files.delete(folds);
        Cli missing = results.call("verify");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("no folds file", "mine.csv");
    }

    @Test
    void saysWhereFoldsDoNotKeepPeopleApart() throws IOException {
        Path folds = folds(row -> row % 2 == 0 ? "a" : "b");
        Path file = Files.writeString(folder.resolve("own.yaml"), experiment("folds-by-subject", folds));
        Cli refused = Cli.run("run", file.toString(), "--results", folder.toString(), "--dry-run");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is in several folds: a, b");

        Files.writeString(file, experiment("folds", folds));
        Cli audit = Cli.run("audit", file.toString(), "--results", folder.toString());
        assertThat(audit.out()).contains("folds: WARN, 8 of 8 subjects on both sides");
    }
}
