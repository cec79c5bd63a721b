package org.beatbench.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Property(tries = 60, seed = "1")
    void findsWhatComparingAllWithAllFinds(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 12) int k,
            @ForAll long seed) {
        Rows rows = rows(size, width, seed);
        Selection all = all(rows);
        List<List<Neighbour>> found = Neighbours.of(rows, all).nearest(rows, all, k, 2, Cancellation.NEVER);
        for (int row = 0; row < size; row++) {
            assertSame(found.get(row), naive(rows, row, k));
        }
    }

    @Test
    void findsTheSameAmongThousandsWithAnyNumberOfThreads() {
        Rows rows = rows(5_000, 40, 3);
        Selection asked =
                Selection.of(IntStream.iterate(0, row -> row + 71).limit(70).toArray());
        Neighbours neighbours = Neighbours.of(rows, all(rows));
        List<List<Neighbour>> found = neighbours.nearest(rows, asked, 3, 1, Cancellation.NEVER);

        assertThat(neighbours.nearest(rows, asked, 3, 4, Cancellation.NEVER)).isEqualTo(found);
        for (int i = 0; i < asked.size(); i++) {
            assertSame(found.get(i), naive(rows, asked.at(i), 3));
        }
    }

    @Test
    void namesTheFirstOfEquallyNearRows() {
        Rows rows = Rows.of(new float[] {1, 5, 1, 5, 1, 2}, 1);

        assertThat(Neighbours.of(rows, Selection.of(0, 1, 2, 3, 4))
                        .nearest(rows, Selection.of(5), 3, 1, Cancellation.NEVER)
                        .get(0))
                .containsExactly(new Neighbour(0, 1), new Neighbour(2, 1), new Neighbour(4, 1));
    }

    @Test
    void looksAmongTheRowsItWasGivenOnly() {
        Rows rows = Rows.of(new float[] {0, 1, 2, 3}, 1);

        assertThat(Neighbours.of(rows, Selection.of(3, 2))
                        .nearest(rows, Selection.of(0), 5, 1, Cancellation.NEVER)
                        .get(0))
                .containsExactly(new Neighbour(2, 2), new Neighbour(3, 3));
    }

    @Test
    void neverFindsWhatIsNotFinite() {
        Rows rows = Rows.of(new float[] {Float.NaN, 0, Float.POSITIVE_INFINITY, 0, 1, 1, 0, 0}, 2);
        List<List<Neighbour>> found = Neighbours.of(rows, all(rows)).nearest(rows, all(rows), 3, 1, Cancellation.NEVER);

        assertThat(found.get(0)).isEmpty();
        assertThat(found.get(1)).isEmpty();
        assertThat(found.get(2)).extracting(Neighbour::row).containsExactly(2, 3);
    }

    @Test
    void stopsWhenItIsToldTo() {
        Rows rows = rows(10, 2, 1);
        Neighbours neighbours = Neighbours.of(rows, all(rows));

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> neighbours.nearest(rows, all(rows), 1, 2, () -> true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> neighbours.nearest(rows, all(rows), 0, 1, Cancellation.NEVER))
                .withMessageContaining("k must be at least 1");
    }

    private static void assertSame(List<Neighbour> found, List<Neighbour> expected) {
        assertThat(found)
                .extracting(Neighbour::row)
                .isEqualTo(expected.stream().map(Neighbour::row).toList());
        for (int rank = 0; rank < found.size(); rank++) {
            assertThat(found.get(rank).distance()).isCloseTo(expected.get(rank).distance(), within(1e-9));
        }
    }

    private static List<Neighbour> naive(Rows rows, int asked, int k) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Neighbour(row, Distances.between(rows, asked, row)))
                .sorted(Comparator.comparingDouble(Neighbour::distance).thenComparing(Neighbour::row))
                .limit(k)
                .toList();
    }

    static Selection all(Rows rows) {
        return Selection.where(rows.size(), row -> true);
    }

    /** Rows in a few heaps, some of them equal, as beats are. */
    static Rows rows(int size, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rows.Builder rows = Rows.builder(width);
        for (int row = 0; row < size; row++) {
            float[] values = new float[width];
            int heap = random.nextInt(4);
            for (int i = 0; i < width; i++) {
                values[i] = (float) (Math.sin(heap + i / 5.0) + 0.3 * random.nextDouble());
            }
            rows.add(values);
            if (row % 10 == 9 && row + 1 < size) {
                rows.add(values);
                row++;
            }
        }
        return rows.build();
    }
}
