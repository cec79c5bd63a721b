package org.beatbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.beatbench.experiment.Trial;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds on to the trials of the published results: their plans, as the version wrote them that ran them, and the keys it gave
 * them. A trial that loses its key is run again, and its stored answers are lost to every report.
 */
class PublishedTrialsTest {

    @TempDir
    private Path folder;

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PublishedTrialsTest.class.getResourceAsStream(name), name);
    }

    private Plan published(String experiment) throws IOException {
        try (InputStream in = new GZIPInputStream(resource(experiment + ".json.gz"))) {
            Files.writeString(folder.resolve("plan.json"), text(in));
        }
        return FolderStore.existing(folder).plan();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "classical", "standard"})
    void keepTheirKeys(String experiment) throws IOException {
        List<String> keys;
        try (InputStream in = resource(experiment + ".keys")) {
            keys = text(in).lines().toList();
        }

        assertThat(published(experiment).trials())
                .extracting(Trial::key)
                .doesNotHaveDuplicates()
                .isEqualTo(keys);
    }

    /** But for the protocol that has another name now. */
    @ParameterizedTest
    @ValueSource(strings = {"quick", "classical", "standard"})
    void areWrittenAsTheyWere(String experiment) throws IOException {
        Plan plan = published(experiment);
        String before = Files.readString(folder.resolve("plan.json"));

        FolderStore.open(folder).putPlan(plan);

        assertThat(folder.resolve("plan.json")).hasContent(before.replace("\"seed/1\"", "\"copies/1\""));
    }
}
