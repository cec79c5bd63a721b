package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserErrorTest {

    @Test
    void namesOneProblemOnOneLine() {
        UserError error = UserError.of("100.hea", List.of("no signals"), "Fetch it again.");
        assertThat(error).hasMessage("100.hea: no signals");
        assertThat(error.hint()).isEqualTo("Fetch it again.");
    }

    @Test
    void listsAllProblems() {
        assertThat(UserError.of("mine.yaml", List.of("no id", "no data set"), "Mend it."))
                .hasMessage("mine.yaml:\n  no id\n  no data set");
    }
}
