package org.beatbench.neighbours;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The search for the nearest to one row: first compares sketches, then the few rows whose sketches are near. */
final class Search {

    private static final int NONE = -1;

    private final Neighbours neighbours;
    private final float[] row;
    private final int k;
    private final float[] sketch;
    private final float[] buffer;
    private float[][] squares;
    private List<Neighbour> found = List.of();

    /** A search that has to {@link #compare} with all blocks, and then to {@link #finish}. */
    Search(Neighbours neighbours, float[] row, int k) {
        this.neighbours = neighbours;
        this.row = row;
        this.k = k;
        this.sketch = neighbours.sketches().sketch(row);
        this.buffer = new float[row.length];
        this.squares = new float[neighbours.sketches().blocks()][];
    }

    void compare(int block) {
        squares[block] = neighbours.sketches().squares(block, sketch);
    }

    /** The nearest, once the search is finished. */
    List<Neighbour> found() {
        return found;
    }

    void finish() {
        double bound = bound();
        Nearest nearest = new Nearest(k);
        float limit = neighbours.sketches().limit(bound, row);
        for (int block = 0; block < squares.length; block++) {
            int end = neighbours.sketches().size(block);
            for (int i = 0; i < end; i++) {
                if (squares[block][i] <= limit) {
                    int place = block * Sketches.BLOCK + i;
                    nearest.offer(place, neighbours.square(row, place, bound, buffer));
                    if (nearest.furthest() < bound) {
                        bound = nearest.furthest();
                        limit = neighbours.sketches().limit(bound, row);
                    }
                }
            }
        }
        found = nearest.list();
        squares = new float[0][];
    }

    /** The square of a distance within which there are k rows for sure: those whose sketches are nearest. */
    private double bound() {
        Nearest nearest = new Nearest(k);
        for (int block = 0; block < squares.length; block++) {
            int end = neighbours.sketches().size(block);
            for (int i = 0; i < end; i++) {
                if (squares[block][i] < nearest.furthest()) {
                    nearest.offer(block * Sketches.BLOCK + i, squares[block][i]);
                }
            }
        }
        double[] exact = IntStream.of(nearest.places)
                .filter(place -> place != NONE)
                .mapToDouble(place -> neighbours.square(row, place, Double.POSITIVE_INFINITY, buffer))
                .toArray();
        return exact.length < k ? Double.MAX_VALUE : Arrays.stream(exact).max().orElse(Double.MAX_VALUE);
    }

    /** The nearest so far, by the squares of their distances; of equals those that came first. */
    private final class Nearest {

        private final int[] places;
        private final double[] lowest;

        private Nearest(int k) {
            places = new int[k];
            lowest = new double[k];
            Arrays.fill(places, NONE);
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        }

        private double furthest() {
            return lowest[lowest.length - 1];
        }

        /** A square that is infinite or not a number is never below another, so it is never taken. */
        private void offer(int place, double square) {
            int rank = lowest.length;
            while (rank > 0 && square < lowest[rank - 1]) {
                rank--;
            }
            if (rank < lowest.length) {
                System.arraycopy(lowest, rank, lowest, rank + 1, lowest.length - rank - 1);
                System.arraycopy(places, rank, places, rank + 1, places.length - rank - 1);
                lowest[rank] = square;
                places[rank] = place;
            }
        }

        private List<Neighbour> list() {
            return IntStream.range(0, places.length)
                    .filter(rank -> places[rank] != NONE)
                    .mapToObj(rank -> new Neighbour(neighbours.row(places[rank]), Math.sqrt(lowest[rank])))
                    .toList();
        }
    }
}
