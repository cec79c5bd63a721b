package org.beatbench.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RhythmTest {

    @Property(tries = 200, seed = "1")
    void hasAsManyBeatsAsAskedForAndBeginsAndEndsInSinusRhythm(
            @ForAll @IntRange(max = 100) int subject,
            @ForAll @IntRange(min = 50, max = 400) int beats,
            @ForAll long seed) {
        List<BeatKind> kinds = Rhythm.of(subject, beats, SeededRandom.of(seed, subject));

        assertThat(kinds).hasSize(beats);
        assertThat(kinds.get(0)).isEqualTo(BeatKind.SINUS);
        assertThat(kinds.get(beats - 1)).isEqualTo(BeatKind.SINUS);
        assertThat(kinds.contains(BeatKind.PACED)).isEqualTo(subject % 4 == 3);
    }
}
