package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.app.shell.Terminal;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats, patients-fold]
            classifiers: [decision-tree, {id: knn, settings: {neighbours: [1, 3]}}]
            canaries: false
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private static Path folder;

    private static SmallResults results;

    @BeforeAll
    static void run() throws IOException {
        results = SmallResults.run(folder, "small", EXPERIMENT);
        Trial trial = results.trial("knn");
        FolderTree.delete(results.folder(trial));
    }

    @Test
    void showsHowFarEachClassifierIsUnderEachProtocol() {
        Cli status = results.call("status");

        assertThat(status.exitCode()).isZero();
        assertThat(status.out().lines())
                .containsSequence(
                        "small: 5 of 6 trials done, 1 missing",
                        "",
                        "                      beats  patients-fold",
                        "  Decision tree       1/1    1/1",
                        "  Nearest neighbours  1/2    2/2")
                .anyMatch(line -> line.startsWith("To run what is missing: beatbench run "));
        assertThat(results.call("status", "--json").out()).contains("\"matrix\" : [", "\"completed\" : 5");
    }

    @Test
    void listsAllExperimentsWithoutAName() {
        assertThat(Cli.run("status", "--results", folder.toString()).out().lines())
                .hasSize(2)
                .first()
                .isEqualTo("small: 5 of 6 trials done, 1 missing");
    }

    @Test
    void coloursTheMatrixOnATerminalWithoutMovingItsColumns() {
        Cli coloured = Cli.typed(
                "beatbench", new Terminal(true, false, true), "status", "small", "--results", folder.toString());

        assertThat(coloured.out()).contains("\u001b[33m1/2\u001b[0m");
        assertThat(coloured.out().replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(results.call("status").out());
    }

    @Test
    void asksForANameThatIsThere() {
        Cli status = Cli.run("status", "smal", "--results", folder.toString());

        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("did you mean small?");
    }
}
