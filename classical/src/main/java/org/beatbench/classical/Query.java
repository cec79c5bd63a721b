package org.beatbench.classical;

import java.util.PriorityQueue;

/** The search for the neighbours of one beat: first compares sketches, then the few beats whose sketches are near. */
final class Query {

    /** Beats with near sketches, besides as many as are to be found, that give the first idea of how near beats are. */
    private static final int PROBES = 11;

    private final Neighbours neighbours;
    private final float[] beats;
    private final int at;
    private final int k;
    private final double size;
    private final float[] drawn = new float[Sketch.WIDTH];
    private final float[][] apart;

    private final PriorityQueue<Candidate> probes = new PriorityQueue<>();
    private double furthestProbe = Double.POSITIVE_INFINITY;

    /**
     * A search that has to {@link #compare} with all blocks first.
     *
     * @param at where the beat begins in {@code beats}
     * @param k how many neighbours to find
     */
    Query(Neighbours neighbours, float[] beats, int at, int k) {
        this.neighbours = neighbours;
        this.beats = beats;
        this.at = at;
        this.k = k;
        this.size = neighbours.draw(beats, at, drawn);
        this.apart = new float[neighbours.blocks()][];
    }

    /** Compares the sketches of a block, and remembers the nearest. */
    void compare(int block) {
        float[] near = neighbours.apart(block, drawn);
        apart[block] = near;
        int end = neighbours.size(block);
        for (int i = 0; i < end; i++) {
            if (near[i] < furthestProbe) {
                if (probes.size() == k + PROBES) {
                    probes.remove();
                }
                probes.add(new Candidate(near[i], block * Neighbours.BLOCK + i));
                if (probes.size() == k + PROBES) {
                    furthestProbe = probes.element().distance;
                }
            }
        }
    }

    /** The neighbours, once all blocks are compared. */
    Nearest nearest() {
        double bound = bound();
        float limit = limit(bound);
        Nearest found = new Nearest(k);
        for (int block = 0; block < apart.length; block++) {
            float[] near = apart[block];
            int end = neighbours.size(block);
            for (int i = 0; i < end; i++) {
                // not "<=", so that what is not a number is looked at
                if (!(near[i] > limit)) {
                    int row = block * Neighbours.BLOCK + i;
                    found.add(distanceTo(row), neighbours.label(row));
                    if (found.furthest() < bound) {
                        bound = found.furthest();
                        limit = limit(bound);
                    }
                }
            }
        }
        return found.settled() ? found : replayed();
    }

    /** A distance within which there are k beats for sure; infinite if too few sketches could be compared. */
    private double bound() {
        Nearest found = new Nearest(k);
        probes.forEach(probe -> found.add(distanceTo(probe.row), neighbours.label(probe.row)));
        return found.furthest();
    }

    /**
     * Does step by step what Tribuo does. Which of several beats at the same distance it keeps depends on how its queue came
     * to be, so where that matters it has to come to be the same way. Beats whose sketches are too far never enter the queue,
     * and may be left out here as well.
     */
    private Nearest replayed() {
        PriorityQueue<Candidate> queue = new PriorityQueue<>(k);
        for (int row = 0; row < k; row++) {
            queue.offer(new Candidate(distanceTo(row), row));
        }
        float limit = limit(queue.element().distance);
        for (int row = k; row < neighbours.size(); row++) {
            if (apart[row / Neighbours.BLOCK][row % Neighbours.BLOCK] > limit) {
                continue;
            }
            double distance = distanceTo(row);
            if (Double.compare(distance, queue.element().distance) < 0) {
                queue.poll();
                queue.offer(new Candidate(distance, row));
                limit = limit(queue.element().distance);
            }
        }
        Nearest found = new Nearest(k);
        queue.forEach(candidate -> found.add(candidate.distance, neighbours.label(candidate.row)));
        return found;
    }

    private float limit(double furthest) {
        return neighbours.limit(furthest, size);
    }

    private double distanceTo(int row) {
        return neighbours.distance(beats, at, size, row);
    }

    /** A training beat in a queue that has the furthest one at its head, ordered as Tribuo orders its own. */
    private static final class Candidate implements Comparable<Candidate> {

        private final double distance;
        private final int row;

        Candidate(double distance, int row) {
            this.distance = distance;
            this.row = row;
        }

        @Override
        public int compareTo(Candidate other) {
            return Double.compare(other.distance, distance);
        }
    }
}
