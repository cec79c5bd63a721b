package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrueCountTest {

    /** Of 100 beats 90 were found, of 120 that were called so 90 are; Wilson's intervals by hand. */
    @Test
    void correctsForWhatIsMissedAndWhatIsNone() {
        TrueCount count = TrueCount.of(new ClassScore("V", 100, 0.9, 0.75, 0.8182), 40, 1000)
                .orElseThrow();

        assertThat(count.low()).isCloseTo(40 * 0.6657 / 0.9448, within(0.02));
        assertThat(count.high()).isCloseTo(40 * 0.8190 / 0.8256, within(0.02));
    }

    @Test
    void isNeverMoreThanAllAndUnknownWithoutScores() {
        assertThat(TrueCount.of(new ClassScore("S", 10, 0.1, 0.5, 0.1667), 40, 50))
                .hasValueSatisfying(count -> assertThat(count.high()).isEqualTo(50));
        assertThat(TrueCount.of(new ClassScore("S", 0, null, 0.0, null), 40, 50))
                .isEmpty();
        assertThat(TrueCount.of(new ClassScore("S", 10, 0.5, 0.5, 0.5), 0, 50)).isEmpty();
    }
}
