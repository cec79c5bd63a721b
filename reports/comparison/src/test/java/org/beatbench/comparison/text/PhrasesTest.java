package org.beatbench.comparison.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void listsAsPeopleDo() {
        assertThat(Phrases.listed(List.of())).isEmpty();
        assertThat(Phrases.listed(List.of("N"))).isEqualTo("N");
        assertThat(Phrases.listed(List.of("N", "S", "V"))).isEqualTo("N, S and V");
    }

    @Test
    void countsOneAndMany() {
        assertThat(Phrases.counted(1, "beat", "beats")).isEqualTo("1 beat");
        assertThat(Phrases.counted(0, "beat", "beats")).isEqualTo("0 beats");
    }

    @Test
    void sentencesEndOnce() {
        assertThat(Phrases.sentence("Beats")).isEqualTo("Beats.");
        assertThat(Phrases.sentence("Beats.")).isEqualTo("Beats.");
    }
}
