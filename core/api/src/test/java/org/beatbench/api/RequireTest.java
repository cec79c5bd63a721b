package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequireTest {

    @Test
    void refusesWhatCannotBeAPath() {
        assertThatCode(() -> Require.path("folder", "")).doesNotThrowAnyException();
        assertThatCode(() -> Require.path("folder", "../some where")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Require.path("folder", "a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("folder cannot be a path: Nul character not allowed");
    }
}
