package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrevityTest {

    private static final String LONG = " and so on".repeat(7);

    @Test
    void leavesAShortTextAsItIs() {
        assertThat(Brevity.of("One. Two. Three.")).isEqualTo(new Brevity("One. Two. Three.", ""));
        assertThat(Brevity.of("")).isEqualTo(new Brevity("", ""));
    }

    @Test
    void dividesAfterAsManySentencesAsAreShortEnough() {
        assertThat(Brevity.of("This is short. So is this; and this" + LONG + ". The end."))
                .isEqualTo(new Brevity("This is short. So is this; ", "and this" + LONG + ". The end."));
    }

    @Test
    void dividesAfterTheFirstSentenceThatIsLong() {
        assertThat(Brevity.of("This" + LONG + ". The end.")).isEqualTo(new Brevity("This" + LONG + ". ", "The end."));
        assertThat(Brevity.of("This" + LONG + ".")).isEqualTo(new Brevity("This" + LONG + ".", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"After A. H. Murphy", "At 0.5 or 1.25", "See https://example.org/a.b"})
    void takesNoInitialNumberOrAddressForAnEnd(String start) {
        assertThat(Brevity.of(start + LONG + ". The end.").first()).isEqualTo(start + LONG + ". ");
    }
}
