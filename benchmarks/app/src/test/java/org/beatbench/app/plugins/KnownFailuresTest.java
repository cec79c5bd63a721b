package org.beatbench.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plug-in says that it cannot keep is told wherever it is described. */
class KnownFailuresTest {

    @TempDir
    private Path folder;

    @Test
    void areDescribedReportedAndVerified() throws IOException, URISyntaxException {
        WrongPlugins plugins = new WrongPlugins(folder);
        plugins.build("lots", List.of("frank"));
        String[] places = {"--plugins", plugins.plugins().toString()};

        assertThat(Cli.run("describe", "frank", places[0], places[1]).out())
                .contains("known failure of repeats-answers: its library draws lots");

        SmallResults results = SmallResults.run(
                folder,
                "frankly",
                "{dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}, protocols: beats,"
                        + " classifiers: [frank, decision-tree], canaries: false}",
                places);
        assertThat(results.store().plan().knownFailures()).containsOnlyKeys("frank");
        assertThat(Files.readString(results.report("report.html")))
                .contains("Known failures", "repeats-answers: its library draws lots");
        assertThat(results.call("verify", places).exitCode()).isZero();
    }
}
