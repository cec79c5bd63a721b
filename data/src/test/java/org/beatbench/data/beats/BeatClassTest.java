package org.beatbench.data.beats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatClassTest {

    @Test
    void namesTheClassesInLabelOrder() {
        assertThat(BeatClass.names()).containsExactly("N", "S", "V", "F", "Q");
        assertThat(BeatClass.V.label()).isEqualTo(2);
    }

    @Test
    void knowsTheClassOfEachBeatSymbol() {
        assertThat(BeatClass.of("L")).hasValue(BeatClass.N);
        assertThat(BeatClass.of("j")).hasValue(BeatClass.N);
        assertThat(BeatClass.of("J")).hasValue(BeatClass.S);
        assertThat(BeatClass.of("E")).hasValue(BeatClass.V);
        assertThat(BeatClass.of("F")).hasValue(BeatClass.F);
        assertThat(BeatClass.of("f")).hasValue(BeatClass.Q);
    }

    @Test
    void takesOtherMarksForNoBeats() {
        for (String symbol : new String[] {"+", "~", "!", "|", "x", "[", "]", "\"", " "}) {
            assertThat(BeatClass.of(symbol)).isEmpty();
        }
    }
}
