package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final int[] TEN = IntStream.range(0, 10).toArray();

    /** A published split must not change with the version of Java or of Beatbench. */
    @Test
    void areTheSameForEver() {
        assertThat(Draws.of(42, "example").shuffled(TEN)).containsExactly(2, 5, 4, 0, 7, 8, 1, 9, 3, 6);
    }

    @Test
    void differByPurposeAndSeed() {
        int[] drawn = Draws.of(1, "one").withReplacement(TEN, 50);
        assertThat(Draws.of(1, "one").withReplacement(TEN, 50)).isEqualTo(drawn);
        assertThat(Draws.of(1, "two").withReplacement(TEN, 50)).isNotEqualTo(drawn);
        assertThat(Draws.of(2, "one").withReplacement(TEN, 50)).isNotEqualTo(drawn);
    }

    @Property(tries = 100, seed = "4")
    void drawEachValueAtMostOnceWithoutReplacement(@ForAll long seed, @ForAll @IntRange(max = 10) int count) {
        assertThat(Draws.of(seed, "test").withoutReplacement(TEN, count))
                .hasSize(count)
                .doesNotHaveDuplicates()
                .matches(drawn -> Arrays.stream(drawn).allMatch(value -> value >= 0 && value < 10));
    }

    @Test
    void makeEveryValueEquallyLikely() {
        Draws draws = Draws.of(7, "fair");
        int[] seen = new int[6];
        for (int i = 0; i < 60_000; i++) {
            seen[draws.below(6)]++;
        }
        assertThat(Arrays.stream(seen).boxed()).allMatch(count -> Math.abs(count - 10_000) < 400);
    }

    @Property(tries = 2_000, seed = "4")
    void fillAnArrayWithWhatOneByOneWouldGive(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int bound) {
        Draws one = Draws.of(seed, "test");
        int[] expected = IntStream.range(0, 40).map(i -> one.below(bound)).toArray();
        int[] filled = new int[40];
        Draws other = Draws.of(seed, "test");
        other.fill(filled, bound);

        assertThat(filled).isEqualTo(expected);
        assertThat(other.fraction()).as("both go on from the same place").isEqualTo(one.fraction());
    }

    @Test
    void fillAnArrayForTheBoundsThatAreHardestToDivideBy() {
        for (int bound : new int[] {1, 2, 3, 5, 1 << 30, (1 << 30) + 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE}) {
            Draws one = Draws.of(7, "hard");
            int[] filled = new int[10_000];
            Draws.of(7, "hard").fill(filled, bound);
            assertThat(filled)
                    .as("below " + bound)
                    .isEqualTo(IntStream.range(0, filled.length)
                            .map(i -> one.below(bound))
                            .toArray());
        }
    }

    @Test
    void makeFractionsBelowOne() {
        Draws draws = Draws.of(7, "fractions");
        double mean = IntStream.range(0, 10_000)
                .mapToDouble(i -> draws.fraction())
                .peek(value -> assertThat(value).isBetween(0.0, Math.nextDown(1.0)))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(.49, .51);
    }

    @Test
    void refuseImpossibleDraws() {
        Draws draws = Draws.of(1, "test");
        assertThatThrownBy(() -> draws.below(0)).hasMessage("bound must be at least 1: 0");
        assertThatThrownBy(() -> draws.withoutReplacement(TEN, 11)).hasMessage("cannot draw 11 of 10");
    }
}
