package org.beatbench.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;

class RadiusSearchTest {

    @Property(tries = 60, seed = "1")
    void tellsWhatComparingAllWithAllTells(
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @DoubleRange(min = 0, max = 1.5) double distance,
            @ForAll long seed) {
        Rows rows = NeighboursTest.rows(size, width, seed);
        Selection even = Selection.where(size, row -> row % 2 == 0);
        Selection odd = Selection.where(size, row -> row % 2 == 1);
        double[] distances = new double[odd.size()];
        Arrays.fill(distances, distance);
        boolean[] near = RadiusSearch.of(rows, even).isNear(odd, distances, 2, Cancellation.NEVER);
        for (int i = 0; i < near.length; i++) {
            int asked = odd.at(i);
            assertThat(near[i])
                    .isEqualTo(even.stream()
                            .anyMatch(other ->
                                    RowDistance.EUCLIDEAN.between(rows.row(asked), rows.row(other)) <= distance));
        }
    }

    @Test
    void looksForEachRowAsFarAsItIsTold() {
        Rows rows = Rows.of(new float[] {0, 1, 3, Float.NaN}, 1);

        assertThat(RadiusSearch.of(rows, Selection.of(2, 3, 0))
                        .isNear(Selection.of(1, 1, 3), new double[] {1, 0.9, 100}, 1, Cancellation.NEVER))
                .containsExactly(true, false, false);
    }
}
