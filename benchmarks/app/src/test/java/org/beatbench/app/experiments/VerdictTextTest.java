package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTextTest {

    @Test
    void breaksLinesAtBlanksAndNowhereElse() {
        String long81 = "x".repeat(81);
        assertThat(VerdictText.wrapped("a b")).isEqualTo("a b\n");
        assertThat(VerdictText.wrapped("y".repeat(78) + " z")).isEqualTo("y".repeat(78) + " z\n");
        assertThat(VerdictText.wrapped("y".repeat(79) + " z")).isEqualTo("y".repeat(79) + "\nz\n");
        assertThat(VerdictText.wrapped("a " + long81 + " b")).isEqualTo("a\n" + long81 + "\nb\n");
        assertThat(VerdictText.wrapped("y".repeat(76) + " 9\u202f%")).isEqualTo("y".repeat(76) + " 9\u202f%\n");
        assertThat(VerdictText.wrapped("y".repeat(77) + " 9\u202f%")).isEqualTo("y".repeat(77) + "\n9\u202f%\n");
    }
}
