package org.beatbench.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

    @Test
    void agreesWithSortingAllDistances() {
        float[][] points = points(700, 3);
        int[][] nearest = NearestNeighbours.within(points, 5);
        for (int point = 0; point < points.length; point++) {
            int self = point;
            assertThat(nearest[point])
                    .containsExactly(IntStream.range(0, points.length)
                            .filter(other -> other != self)
                            .boxed()
                            .sorted(Comparator.comparing(other -> distance(points[self], points[other])))
                            .limit(5)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    @Test
    void findsAllOthersWhereThereAreFew() {
        assertThat(NearestNeighbours.within(new float[][] {{0}, {5}, {1}}, 5))
                .isDeepEqualTo(new int[][] {{2, 1}, {2, 0}, {0, 1}});
        assertThat(NearestNeighbours.within(new float[][] {{0}}, 5)).isDeepEqualTo(new int[][] {{}});
    }

    private static float[][] points(int count, int width) {
        Draws draws = Draws.of(1, "points");
        float[][] points = new float[count][width];
        for (float[] point : points) {
            for (int i = 0; i < width; i++) {
                point[i] = draws.below(50) / 50f;
            }
        }
        return points;
    }

    private static float distance(float[] first, float[] second) {
        float sum = 0;
        for (int i = 0; i < first.length; i++) {
            float difference = first[i] - second[i];
            sum += difference * difference;
        }
        return sum;
    }
}
