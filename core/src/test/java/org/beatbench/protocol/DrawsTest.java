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
