package org.beatbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static final Map<String, String> USUAL = Map.of("TERM", "xterm-256color");

    private static Terminal linux(String told, Map<String, String> environment) {
        return Terminal.of(told, true, "Linux", environment);
    }

    @Test
    void believesTheScriptThatStartedTheProgramAboutEachStream() {
        assertThat(linux("12", USUAL)).isEqualTo(new Terminal(true, true, true));
        assertThat(linux("1", USUAL)).isEqualTo(new Terminal(true, false, true));
        assertThat(linux("2", USUAL)).isEqualTo(new Terminal(false, true, true));
        assertThat(linux("", USUAL)).isEqualTo(Terminal.NONE);
    }

    @Test
    void believesJavaWhereNobodySays() {
        assertThat(linux(null, USUAL)).isEqualTo(new Terminal(true, true, true));
        assertThat(Terminal.of(null, false, "Linux", USUAL)).isEqualTo(Terminal.NONE);
    }

    @Test
    void leavesOutColoursThatNobodyWantsOrSees() {
        assertThat(linux("12", Map.of("TERM", "xterm", "NO_COLOR", "1")).colour())
                .isFalse();
        assertThat(linux("12", Map.of("TERM", "xterm", "NO_COLOR", "")).colour())
                .as("empty means unset, says no-color.org")
                .isTrue();
        assertThat(linux("12", Map.of()).colour()).isFalse();
        assertThat(Terminal.of("12", true, "Windows 11", Map.of()).colour()).isFalse();
        assertThat(Terminal.of("12", true, "Windows 11", Map.of("WT_SESSION", "1"))
                        .colour())
                .isTrue();
    }

    @Test
    void drawsNothingOnATerminalThatCanOnlyPrint() {
        assertThat(linux("12", Map.of("TERM", "dumb"))).isEqualTo(new Terminal(true, false, false));
    }
}
