package org.beatbench.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.files.FolderTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportResultsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesOneFileForEachSplitOfEachClassifier() throws IOException {
        SmallResults results = SmallResults.run(
                folder,
                "small",
                "{dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}, protocols: [beats, patients],"
                        + " classifiers: {id: knn, settings: {neighbours: [1, 3]}}}");
        Path out = folder.resolve("out");
        Cli exported = results.call("export-results", "--format", "tsml", "--out", out.toString());

        assertThat(exported.err()).isEmpty();
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).isEqualTo("6 files written to " + out + "\n");
        assertThat(FolderTree.names(out))
                .hasSize(6)
                .contains("Nearest-neighbours/Predictions/synthetic-beats/testResample0.csv")
                .contains("Nearest-neighbours/Predictions/synthetic-patients/testResample4.csv");
        assertThat(Files.readAllLines(
                        out.resolve("Nearest-neighbours/Predictions/synthetic-patients/testResample4.csv")))
                .first()
                .asString()
                .startsWith("synthetic-patients,Nearest-neighbours,TEST,4,NANOSECONDS,")
                .contains("split fold-5");
    }

    @Test
    void refusesToExportNothing() throws IOException {
        SmallResults results = SmallResults.run(
                folder,
                "partly",
                "{dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}, protocols: [beats], classifiers: knn}");
        FolderTree.delete(results.folder().resolve("trials"));
        Cli exported = results.call(
                "export-results",
                "--format",
                "tsml",
                "--out",
                folder.resolve("out").toString());

        assertThat(exported.exitCode()).isEqualTo(2);
        assertThat(exported.err()).contains("no classifier has completed a protocol in partly");
    }
}
