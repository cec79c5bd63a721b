package org.beatbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SupportTest {

    /** Class N: six of a, three of b, one of c. Class S: two of b. Class V: none. */
    private final Support support = support();

    @Test
    void countsBeatsOfEachSubjectAndClass() {
        assertThat(support.size()).isEqualTo(3);
        assertThat(support.beats("b")).isEqualTo(5);
        assertThat(support.beats("b", 0)).isEqualTo(3);
        assertThat(support.beats("nobody", 0)).isZero();
        assertThat(support.share("a", 0)).isEqualTo(0.6);
        assertThat(support.having(0)).isEqualTo(3);
        assertThat(support.having(1)).isEqualTo(1);
        assertThat(support.largestFirst()).containsExactly("a", "b", "c");
    }

    @Test
    void theEffectiveNumberIsTheInverseOfSimpsonsIndex() {
        // 1 / (.6² + .3² + .1²)
        assertThat(support.effective(0)).isCloseTo(1 / 0.46, within(1e-12));
        assertThat(support.effective(1)).isEqualTo(1);
        assertThat(support.effective(2)).isZero();
    }

    @Test
    void namesTheLargest() {
        assertThat(support.largest(0)).isEqualTo("a");
        assertThat(support.largest(1)).isEqualTo("b");
        assertThat(support.largest(2)).isEmpty();
    }

    @Test
    void theChanceIsThatOfTwoDifferentBeats() {
        // 6, 5 and 1 beats: (6·5 + 5·4 + 1·0) of 12·11 ordered pairs.
        assertThat(support.chanceOfSame()).isCloseTo(50.0 / 132, within(1e-12));
        assertThat(Support.of(1, 1, beat -> "a", beat -> 0).chanceOfSame()).isZero();
    }

    @Test
    void lessThanThreePeopleInEffectAreFew() {
        assertThat(support.restsOnFew(0)).isTrue();
        assertThat(support.restsOnFew(2))
                .as("a class without beats rests on nobody")
                .isFalse();
        assertThat(Support.of(1, 3, beat -> "s" + beat, beat -> 0).restsOnFew(0))
                .isFalse();
    }

    /** Of these subjects, in these classes; a blank stands for an unknown subject, a dot for an unknown class. */
    private static Support support() {
        String subjects = "aaaaaabbbcbb a";
        String classes = "0000000000111.";
        return Support.of(
                3,
                subjects.length(),
                beat -> subjects.substring(beat, beat + 1).strip(),
                beat -> classes.charAt(beat) == '.' ? -1 : classes.charAt(beat) - '0');
    }
}
