package org.beatbench.neighbours;

import java.util.List;
import java.util.function.IntPredicate;

/** The search for what is near to one row: sketches are compared first, then the few rows whose sketches are near. */
public final class Search {

    /** Rows with near sketches, besides as many as are to be found, that give the first idea of how near rows are. */
    private static final int PROBES = 11;

    private final Neighbours neighbours;
    private final int asked;
    private final float[] row;
    private final double size;
    private final float[] sketch;
    private final float[][] apart;
    private final float[] least;
    private final float[] buffer;

    /** A search that has to {@link #compare} with all blocks first. */
    Search(Neighbours neighbours, int asked, float[] row) {
        this.neighbours = neighbours;
        this.asked = asked;
        this.row = row;
        this.size = neighbours.distance().size(row);
        this.sketch = neighbours.sketch(row, size);
        this.apart = new float[neighbours.blocks()][];
        this.least = new float[apart.length];
        this.buffer = new float[row.length];
    }

    void compare(int block) {
        float[] near = neighbours.apart(block, sketch);
        apart[block] = near;
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < near.length; i++) {
            lowest = Math.min(lowest, near[i]);
        }
        least[block] = lowest;
    }

    /** The number of the row asked about. */
    public int asked() {
        return asked;
    }

    /**
     * The nearest rows, nearest first; of equally near ones those that come first in the rows searched.
     *
     * @param k how many to find, at least 1; fewer are found where there are fewer
     * @param among whether a row, by its number, may be found
     */
    public List<Neighbour> nearest(int k, IntPredicate among) {
        NearestRows nearest = new NearestRows(k, neighbours.distance());
        offer(among, within(k, among), nearest);
        return nearest.neighbours();
    }

    /** A distance within which there are this many rows for sure, mostly few more; infinite if sketches do not tell. */
    public double within(int k, IntPredicate among) {
        NearestRows probes = new NearestRows(k + PROBES, neighbours.distance());
        int first = nearestBlock();
        for (int turn = 0; turn < apart.length; turn++) {
            int block = (first + turn) % apart.length;
            float[] near = apart[block];
            double furthest = probes.furthest();
            int end = least[block] >= furthest ? 0 : neighbours.size(block);
            for (int i = 0; i < end; i++) {
                if (near[i] < furthest && among.test(neighbours.row(block * Neighbours.BLOCK + i))) {
                    probes.offer(block * Neighbours.BLOCK + i, near[i]);
                    furthest = probes.furthest();
                }
            }
        }
        NearestRows nearest = new NearestRows(k, neighbours.distance());
        probes.rows().forEach(place -> nearest.offer(place, measured(place)));
        return nearest.limit();
    }

    private int nearestBlock() {
        int nearest = 0;
        for (int block = 1; block < least.length; block++) {
            nearest = least[block] < least[nearest] ? block : nearest;
        }
        return nearest;
    }

    /**
     * Offers the rows that may be within a distance, and within the limit of the candidates, in the order in which they are
     * searched; some that are not within are offered as well.
     *
     * @param among whether a row, by its number, may be offered
     */
    public void offer(IntPredicate among, double within, Candidates candidates) {
        double bound = within;
        float limit = neighbours.limit(bound, size);
        for (int block = 0; block < apart.length; block++) {
            float[] near = apart[block];
            int end = least[block] > limit ? 0 : neighbours.size(block);
            for (int i = 0; i < end; i++) {
                // not "<=", so that what is not a number is looked at
                if (!(near[i] > limit) && among.test(neighbours.row(block * Neighbours.BLOCK + i))) {
                    int place = block * Neighbours.BLOCK + i;
                    candidates.offer(neighbours.row(place), measured(place));
                    if (candidates.limit() < bound) {
                        bound = candidates.limit();
                        limit = neighbours.limit(bound, size);
                    }
                }
            }
        }
    }

    private double measured(int place) {
        return neighbours.measured(row, size, place, buffer);
    }
}
