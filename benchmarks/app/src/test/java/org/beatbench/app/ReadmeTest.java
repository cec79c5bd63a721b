package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what was published. */
class ReadmeTest {

    @Test
    void showsThePublishedTable() throws IOException {
        String published = Files.readString(Path.of("reports", "published", "standard", "summary.md"));

        assertThat(Files.readString(Path.of("README.md"))).contains(published);
    }
}
