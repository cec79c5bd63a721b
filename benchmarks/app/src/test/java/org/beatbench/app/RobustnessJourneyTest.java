package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.beatbench.experiment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of disturbed beats: asked for, answered, stored, shown, verified. */
class RobustnessJourneyTest {

    private static final String EXPERIMENT = """
            title: A small storm
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats]
            classifiers: [logistic-regression, decision-tree]
            canaries: false
            robustness: 80
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private Path folder;

    @Test
    void leadsFromAnExperimentToAReportThatCanBeVerified() throws IOException {
        SmallResults results = SmallResults.run(folder, "storm", EXPERIMENT);
        Trial tree = results.trial("decision-tree");
        Path answers = results.folder(tree).resolve("robustness");

        assertThat(Files.readString(results.report("report.html"))).contains("Displaced marks, ± 80 ms");
        assertThat(Files.readString(results.report("results.csv")))
                .contains(",robustness,undisturbed,", ",robustness,mains-hum@0dB,");
        assertThat(results.report("figures/robustness-beats-muscle-noise.png")).exists();
        assertThat(results.call("verify").exitCode()).isZero();

        Files.copy(
                answers.resolve("mains-hum@0dB.csv.gz"),
                answers.resolve("mains-hum@6dB.csv.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        Cli verify = results.call("verify");
        assertThat(verify.exitCode()).isEqualTo(5);
        assertThat(verify.out()).contains("mains-hum@6dB.csv.gz is damaged: it is not what the trial wrote");
    }

    @Test
    void endsBeforeItBeginsWhereThereAreNoRecordings() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.yaml"),
                EXPERIMENT.replaceFirst("dataset: .*", "dataset: {id: kaggle, settings: {folder: nowhere}}"));

        Cli run = Cli.run("run", file.toString(), "--untimed", "--results", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("robustness cannot be measured: data set kaggle has no recordings that could be disturbed");
    }
}
