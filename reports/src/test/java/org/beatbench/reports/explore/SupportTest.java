package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

class SupportTest {

    /** Class N: six of a, three of b, one of c. Class S: two of b. Class V: none. */
    private final Support support = Support.of(beats(), Origin.SUBJECT);

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
        assertThat(Support.of(Toys.points(Toys.point(0, 0)), Origin.SUBJECT).chanceOfSame())
                .isZero();
    }

    private static Beats beats() {
        Beats.Builder beats = Beats.builder(List.of("N", "S", "V"), 1);
        "aaaaaabbbc".chars().forEach(name -> add(beats, 0, Character.toString(name)));
        add(beats, 1, "b");
        add(beats, 1, "b");
        add(beats, 1, "");
        add(beats, Beat.UNLABELLED, "a");
        return beats.build();
    }

    private static void add(Beats.Builder beats, int label, String subject) {
        beats.add(new float[1], Toys.beat(label, 1, subject));
    }
}
