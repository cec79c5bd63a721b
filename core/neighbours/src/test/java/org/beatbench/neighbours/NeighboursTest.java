package org.beatbench.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeighboursTest {

    static Stream<Arguments> cases() {
        return Stream.of(RowDistance.values())
                .flatMap(distance -> IntStream.range(0, 60).mapToObj(seed -> Arguments.of(distance, seed)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatComparingAllWithAllFinds(RowDistance distance, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(1, 300);
        Rows rows = kind(random, size, random.nextInt(1, 200));
        int k = random.nextInt(1, 13);
        Neighbours neighbours = Neighbours.of(rows, all(rows), distance, Cancellation.NEVER);
        List<List<Neighbour>> found = neighbours.nearest(rows, all(rows), k, 2, Cancellation.NEVER);
        List<List<Neighbour>> others = neighbours.ask(
                rows,
                all(rows),
                2,
                Cancellation.NEVER,
                search -> search.nearest(k, row -> row != search.asked() && row % 3 > 0));
        for (int row = 0; row < size; row++) {
            int asked = row;
            assertThat(found.get(row)).isEqualTo(BruteForce.nearest(distance, rows.row(row), rows, k, other -> true));
            assertThat(others.get(row))
                    .isEqualTo(BruteForce.nearest(
                            distance, rows.row(row), rows, k, other -> other != asked && other % 3 > 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSameAmongThousandsWithAnyNumberOfThreads(RowDistance distance) {
        Rows rows = rows(5_000, 40, 3);
        Selection asked =
                Selection.of(IntStream.iterate(0, row -> row + 71).limit(70).toArray());
        Neighbours neighbours = Neighbours.of(rows, all(rows), distance, Cancellation.NEVER);
        List<List<Neighbour>> found = neighbours.nearest(rows, asked, 3, 1, Cancellation.NEVER);

        assertThat(neighbours.nearest(rows, asked, 3, 4, Cancellation.NEVER)).isEqualTo(found);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(found.get(i))
                    .isEqualTo(BruteForce.nearest(distance, rows.row(asked.at(i)), rows, 3, row -> true));
        }
    }

    @Test
    void offersAllThatIsWithinADistanceInTheOrderOfTheSearch() {
        Rows rows = rows(3_000, 20, 4);
        Selection backwards = Selection.of(IntStream.iterate(rows.size() - 1, row -> row - 1)
                .limit(rows.size())
                .toArray());
        List<Integer> offered = new ArrayList<>();
        Neighbours.of(rows, backwards, RowDistance.MANHATTAN, Cancellation.NEVER)
                .ask(rows, Selection.of(7), 1, Cancellation.NEVER, search -> {
                    search.offer(row -> row != 8, search.within(40, row -> true), new Candidates() {
                        @Override
                        public void offer(int row, double measured) {
                            offered.add(row);
                        }

                        @Override
                        public double limit() {
                            return Double.POSITIVE_INFINITY;
                        }
                    });
                    return offered;
                });

        assertThat(offered)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotContain(8)
                .hasSizeLessThan(rows.size() / 2)
                .containsAll(BruteForce.nearest(RowDistance.MANHATTAN, rows.row(7), rows, 40, row -> row != 8).stream()
                        .map(Neighbour::row)
                        .toList());
    }

    @Test
    void namesTheFirstOfEquallyNearRows() {
        Rows rows = Rows.of(new float[] {1, 5, 1, 5, 1, 2}, 1);

        assertThat(Neighbours.of(rows, Selection.of(0, 1, 2, 3, 4), RowDistance.EUCLIDEAN, Cancellation.NEVER)
                        .nearest(rows, Selection.of(5), 3, 1, Cancellation.NEVER)
                        .get(0))
                .containsExactly(new Neighbour(0, 1), new Neighbour(2, 1), new Neighbour(4, 1));
    }

    @Test
    void looksAmongTheRowsItWasGivenOnly() {
        Rows rows = Rows.of(new float[] {0, 1, 2, 3}, 1);

        assertThat(Neighbours.of(rows, Selection.of(3, 2), RowDistance.EUCLIDEAN, Cancellation.NEVER)
                        .nearest(rows, Selection.of(0), 5, 1, Cancellation.NEVER)
                        .get(0))
                .containsExactly(new Neighbour(2, 2), new Neighbour(3, 3));
    }

    @ParameterizedTest
    @EnumSource
    void neverFindsWhatIsNotFinite(RowDistance distance) {
        Rows rows = Rows.of(new float[] {Float.NaN, 0, Float.POSITIVE_INFINITY, 0, 1, 1, 0, 0}, 2);
        List<List<Neighbour>> found = Neighbours.of(rows, all(rows), distance, Cancellation.NEVER)
                .nearest(rows, all(rows), 3, 1, Cancellation.NEVER);

        assertThat(found.get(0)).isEmpty();
        assertThat(found.get(1)).isEmpty();
        assertThat(found.get(2)).extracting(Neighbour::row).containsExactly(2, 3);
    }

    @Test
    void stopsWhenItIsToldTo() {
        Rows rows = rows(10, 2, 1);
        Neighbours neighbours = Neighbours.of(rows, all(rows), RowDistance.EUCLIDEAN, Cancellation.NEVER);

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> Neighbours.of(rows, all(rows), RowDistance.EUCLIDEAN, () -> true));
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> neighbours.nearest(rows, all(rows), 1, 2, () -> true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> neighbours.nearest(rows, all(rows), 0, 1, Cancellation.NEVER))
                .withMessageContaining("k must be at least 1");
    }

    static Selection all(Rows rows) {
        return Selection.where(rows.size(), row -> true);
    }

    /** Rows of one of the kinds that a search could trip over. */
    private static Rows kind(SplittableRandom random, int size, int width) {
        float[] values = rows(size, width, random.nextLong()).toArray();
        float scale = new float[] {1, 1, 1, 1e-38f, 1e-23f, 1e-19f, 1e10f, 1e30f}[random.nextInt(8)];
        int kind = random.nextInt(3);
        for (int i = 0; i < values.length; i++) {
            float tied = random.nextInt(5) == 0 ? random.nextInt(3) / 2f : 0;
            boolean isBroken = kind == 2 && random.nextInt(1_000) == 0;
            values[i] = isBroken ? Float.NaN : scale * (kind == 1 ? tied : values[i]);
        }
        return Rows.of(values, width);
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
