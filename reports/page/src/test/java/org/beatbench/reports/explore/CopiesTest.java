package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

class CopiesTest {

    @Test
    void countsCopiesContradictionsAndScatter() {
        Beats beats = Beats.builder(List.of("N", "V"), 2)
                .add(Toys.point(1, 2), Toys.beat(0, 2, "a"))
                .add(Toys.point(1, 2), Toys.beat(0, 2, "b"))
                .add(Toys.point(1, 2), Toys.beat(0, 2, ""))
                .add(Toys.point(3, 4), Toys.beat(0, 2, "a"))
                .add(Toys.point(3, 4), Toys.beat(1, 2, "a"))
                .add(Toys.point(5, 6), Toys.beat(1, 2, "a"))
                .build();
        Copies copies = Copies.of(beats, Grouping.SUBJECT);
        assertThat(copies).isEqualTo(new Copies(5, 2, 2, 3));
        assertThat(copies.surplus()).isEqualTo(3);
    }

    @Test
    void rowsOfEqualHashAreNotTakenForCopies() {
        // 31 · bits(a) + bits(b) is equal for both: bits one apart in a are undone by 31 in b.
        float[] one = {Float.intBitsToFloat(1_000), Float.intBitsToFloat(2_031)};
        float[] other = {Float.intBitsToFloat(1_001), Float.intBitsToFloat(2_000)};
        assertThat(Arrays.hashCode(one)).isEqualTo(Arrays.hashCode(other));
        assertThat(Copies.of(Toys.points(one, other), Grouping.UNKNOWN).beats()).isZero();
    }

    @Test
    void manyEqualBeatsAreCountedInNoTime() {
        Beats.Builder beats = Beats.builder(List.of("N"), 2);
        IntStream.range(0, 100_000).forEach(i -> beats.add(new float[2], Beat.anonymous(0, 2)));
        assertThat(Copies.of(beats.build(), Grouping.UNKNOWN)).isEqualTo(new Copies(100_000, 1, 0, 0));
    }
}
