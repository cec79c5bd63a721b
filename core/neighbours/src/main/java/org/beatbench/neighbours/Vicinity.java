package org.beatbench.neighbours;

import java.util.Comparator;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/**
 * Rows of which it is asked whether one of them is very near to others. They are sorted by their mean: two rows are at least as
 * far apart as their means, times the root of the width. So for a small distance only few of them have to be looked at.
 */
public final class Vicinity {

    private static final int TOGETHER = 64;

    private final Rows rows;
    private final int[] sorted;
    private final double[] heights;
    private final Stretches stretches;
    private final float[] sketches;
    private double longest;

    private Vicinity(Rows rows, int[] sorted) {
        this.rows = rows;
        this.sorted = sorted;
        this.heights = new double[sorted.length];
        this.stretches = new Stretches(rows.width());
        this.sketches = new float[Math.multiplyExact(sorted.length, stretches.count())];
        for (int place = 0; place < sorted.length; place++) {
            float[] row = rows.row(sorted[place]);
            heights[place] = height(row);
            longest = Distances.longer(longest, row);
            System.arraycopy(stretches.sketch(row), 0, sketches, place * stretches.count(), stretches.count());
        }
    }

    /**
     * Makes rows ready.
     *
     * @param searched the numbers of those that may be near
     */
    public static Vicinity of(Rows rows, Selection searched) {
        double[] heights = new double[rows.size()];
        searched.stream().forEach(row -> heights[row] = height(rows.row(row)));
        return new Vicinity(
                rows,
                searched.stream()
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> heights[row]))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /**
     * Whether there is a row within a distance of each of some rows of the same table.
     *
     * @param asked the numbers of the rows asked about
     * @param distances for each of them how far to look
     * @param threads how many threads to use
     */
    public boolean[] isNear(Selection asked, double[] distances, int threads, Cancellation cancellation) {
        boolean[] near = new boolean[asked.size()];
        Workers.run(threads, (near.length + TOGETHER - 1) / TOGETHER, piece -> {
            cancellation.check();
            for (int i = piece * TOGETHER; i < Math.min((piece + 1) * TOGETHER, near.length); i++) {
                near[i] = isNear(asked.at(i), distances[i]);
            }
        });
        return near;
    }

    private boolean isNear(int asked, double distance) {
        float[] row = rows.row(asked);
        float[] sketch = stretches.sketch(row);
        double square = distance * distance;
        float limit = Stretches.limit(square, Distances.longer(longest, row));
        double height = height(row);
        for (int place = firstFrom(height - distance);
                place < sorted.length && heights[place] <= height + distance;
                place++) {
            if (isNear(sketch, place, limit) && Distances.square(row, rows.row(sorted[place]), square) <= square) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(float[] sketch, int place, float limit) {
        float sum = 0;
        for (int number = 0; number < sketch.length; number++) {
            float difference = sketch[number] - sketches[place * sketch.length + number];
            sum += difference * difference;
            if (sum > limit) {
                return false;
            }
        }
        return true;
    }

    /** The first place whose height is not below this one. */
    private int firstFrom(double height) {
        int from = 0;
        int to = heights.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (heights[middle] < height) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double height(float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += value;
        }
        return sum / Math.sqrt(row.length);
    }
}
