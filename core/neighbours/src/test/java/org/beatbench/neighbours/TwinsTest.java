package org.beatbench.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class TwinsTest {

    @Test
    void namesTheFirstOfEqualRows() {
        Twins twins = Twins.of(Rows.of(new float[] {1, 2, 1, 3, 1, 2, 2, 1}, 2));

        assertThat(IntStream.range(0, 4).map(twins::first)).containsExactly(0, 1, 0, 3);
    }

    @Test
    void takesTheTwoZerosForOneNumber() {
        assertThat(Twins.of(Rows.of(new float[] {0f, -0f}, 1)).first(1)).isZero();
    }

    @Property(tries = 40, seed = "1")
    void agreesWithComparingAllWithAll(@ForAll @IntRange(min = 1, max = 120) int size, @ForAll long seed) {
        Rows rows = NeighboursTest.rows(size, 3, seed);
        Twins twins = Twins.of(rows);
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                assertThat(twins.first(one) == twins.first(other))
                        .isEqualTo(RowDistance.EUCLIDEAN.between(rows.row(one), rows.row(other)) == 0);
            }
        }
    }

    /** Different rows whose hashes are equal: {@code 31 * a + b} is the same for both. */
    @Test
    void isNotDeceivedByEqualHashes() {
        float one = Float.intBitsToFloat(1);
        float shifted = Float.intBitsToFloat(31);
        Rows rows = Rows.of(new float[] {one, 0, 0, shifted, one, 0}, 2);

        assertThat(Arrays.hashCode(rows.row(0))).isEqualTo(Arrays.hashCode(rows.row(1)));
        assertThat(IntStream.range(0, 3).map(Twins.of(rows)::first)).containsExactly(0, 1, 0);
    }
}
