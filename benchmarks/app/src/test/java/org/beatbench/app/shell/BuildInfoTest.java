package org.beatbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildInfoTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            run it: beatbench run           | run it: ./beatbench run
            "beatbench run; beatbench list" | "./beatbench run; ./beatbench list"
            ~/x/beatbench run               | ~/x/beatbench run
            ./beatbench run                 | ./beatbench run
            made by beatbench 0.1.0         | made by beatbench 0.1.0
            beatbench runs                  | beatbench runs
            """)
    void namesTheProgramAsItWasTyped(String text, String expected) {
        assertThat(BuildInfo.asTyped(text, "./beatbench", List.of("run", "list")))
                .isEqualTo(expected);
    }
}
