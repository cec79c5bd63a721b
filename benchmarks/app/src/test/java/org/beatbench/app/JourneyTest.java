package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from an experiment to its report, as a user goes it. */
class JourneyTest {

    private static final String EXPERIMENT = """
            title: A small journey
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats, patients]
            classifiers:
              - logistic-regression
              - {id: knn, settings: {neighbours: [1, 3]}}
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private Path folder;

    private Cli run(String... more) throws IOException {
        Path file = folder.resolve("journey.yaml");
        Files.writeString(file, EXPERIMENT);
        List<String> arguments = Stream.concat(
                        Stream.of("run", file.toString(), "--untimed", "--results", folder.toString()), Stream.of(more))
                .toList();
        return Cli.run(arguments.toArray(new String[0]));
    }

    @Test
    void leadsFromAnExperimentToAReportAndGoesOnWhereItStopped() throws IOException {
        Cli partly = run("--only", "knn,beats");
        assertThat(partly.err()).isEmpty();
        assertThat(partly.exitCode()).isZero();
        assertThat(Cli.run("status", "--results", folder.toString()).out())
                .contains("2 of 42 trials done", "40 missing");

        Cli whole = run();
        assertThat(whole.exitCode()).isZero();
        assertThat(whole.out()).contains("2 of 42 trials are already done", "[42/42]", "Report: file:");
        assertThat(whole.out().replaceAll("\\s+", " "))
                .contains("On synthetic beats, ", "Tier Classifier Macro-F1", "In a tier, none is shown to be lower");
        assertThat(Cli.run("status", "--results", folder.toString()).out()).contains("42 of 42 trials done");

        Path report = folder.resolve("journey/report/report.html");
        assertThat(Files.readString(report)).contains("A small journey", "synthetic", "Twin finder");

        String first = Files.readString(folder.resolve("journey/report/results.csv"));
        Files.delete(report);
        Cli again = Cli.run("report", "journey", "--results", folder.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(report).exists();
        assertThat(folder.resolve("journey/report/results.csv")).hasContent(first);
    }
}
