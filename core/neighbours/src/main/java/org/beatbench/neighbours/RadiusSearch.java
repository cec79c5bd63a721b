package org.beatbench.neighbours;

import java.util.Arrays;
import java.util.Comparator;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/**
 * Rows of which it is asked whether one of them is very near to others, by Euclidean distance. They are sorted by the first number
 * of their sketches, which grows with their mean. So for a small distance only few of them have to be looked at.
 */
public final class RadiusSearch {

    private static final int TOGETHER = 64;

    private final Rows rows;
    private final Sketch sketch;
    private final Sketched[] sorted;
    private final double largest;

    private RadiusSearch(Rows rows, Selection searched) {
        this.rows = rows;
        this.sketch = RowDistance.EUCLIDEAN.sketch(rows.width());
        this.sorted = searched.stream()
                .mapToObj(this::sketched)
                .sorted(Comparator.comparing(Sketched::first))
                .toArray(Sketched[]::new);
        this.largest = Arrays.stream(sorted)
                .mapToDouble(Sketched::size)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** A row, its size and its sketch. */
    private static final class Sketched {

        private final int number;
        private final double size;
        private final float[] drawn;

        Sketched(int number, double size, float[] drawn) {
            this.number = number;
            this.size = size;
            this.drawn = drawn;
        }

        double size() {
            return size;
        }

        float first() {
            return drawn[0];
        }
    }

    private Sketched sketched(int number) {
        float[] row = rows.row(number);
        double size = RowDistance.EUCLIDEAN.size(row);
        return new Sketched(number, size, sketch.draw(row, size));
    }

    /**
     * Makes rows ready.
     *
     * @param searched the numbers of those that may be near
     */
    public static RadiusSearch of(Rows rows, Selection searched) {
        return new RadiusSearch(rows, searched);
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
                near[i] = isNear(sketched(asked.at(i)), distances[i]);
            }
        });
        return near;
    }

    private boolean isNear(Sketched asked, double distance) {
        float[] row = rows.row(asked.number);
        float limit = sketch.limit(distance, asked.size() + largest);
        double reach = Math.sqrt(limit);
        for (int place = firstFrom(asked.first() - reach);
                place < sorted.length && sorted[place].first() <= asked.first() + reach;
                place++) {
            Sketched other = sorted[place];
            if (isNear(asked.drawn, other.drawn, limit)
                    && RowDistance.EUCLIDEAN.measured(row, asked.size(), rows.row(other.number), other.size())
                            <= distance * distance) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(float[] one, float[] other, float limit) {
        float sum = 0;
        for (int number = 0; number < one.length; number++) {
            float difference = one[number] - other[number];
            sum += difference * difference;
            if (sum > limit) {
                return false;
            }
        }
        return true;
    }

    /** The first place whose row has a first number that is not below this one. */
    private int firstFrom(double lowest) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle].first() < lowest) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
