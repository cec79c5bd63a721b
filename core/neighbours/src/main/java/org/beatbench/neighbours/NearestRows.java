package org.beatbench.neighbours;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The k nearest of the rows offered; of equally near ones those that came first. */
final class NearestRows implements Candidates {

    private final RowDistance distance;
    private final int[] rows;
    private final double[] lowest;
    private int size;

    NearestRows(int k, RowDistance distance) {
        this.distance = distance;
        this.rows = new int[k];
        this.lowest = new double[k];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    }

    /** What is infinite or not a number is never below another, so it is never taken. */
    @Override
    public void offer(int row, double measured) {
        int rank = lowest.length;
        while (rank > 0 && measured < lowest[rank - 1]) {
            rank--;
        }
        if (rank < lowest.length) {
            System.arraycopy(lowest, rank, lowest, rank + 1, lowest.length - rank - 1);
            System.arraycopy(rows, rank, rows, rank + 1, rows.length - rank - 1);
            lowest[rank] = measured;
            rows[rank] = row;
            size = Math.min(size + 1, rows.length);
        }
    }

    /** What was measured of the last of the k, infinite as long as there are fewer. */
    double furthest() {
        return lowest[lowest.length - 1];
    }

    @Override
    public double limit() {
        return distance.of(furthest());
    }

    /** The rows' numbers, nearest first. */
    IntStream rows() {
        return Arrays.stream(rows, 0, size);
    }

    List<Neighbour> neighbours() {
        return IntStream.range(0, size)
                .mapToObj(rank -> new Neighbour(rows[rank], distance.of(lowest[rank])))
                .toList();
    }
}
