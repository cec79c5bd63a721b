package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.canaries.Canaries;
import org.beatbench.plugins.Catalogue;
import org.junit.jupiter.api.Test;

class UsualTimesTest {

    @Test
    void areKnownOfEveryClassifierThatComesWithTheProgram() throws IOException {
        assertThat(UsualTimes.read().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.open(UsualTimesTest.class.getClassLoader(), Path.of("")).classifiers().stream()
                                .filter(one -> one.origin().equals("built-in"))
                                .map(one -> one.info().id())
                                .filter(id -> !Canaries.include(id) && !id.startsWith("test"))
                                .toList());
    }
}
