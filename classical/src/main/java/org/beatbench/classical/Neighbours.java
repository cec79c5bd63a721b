package org.beatbench.classical;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.beatbench.api.Cancellation;

/** Finds the training beats that are nearest to a beat: those that Tribuo's brute force finds, without its pains. */
final class Neighbours {

    /** Training beats whose sketches are compared in one go: four columns of them stay in the first-level cache. */
    static final int BLOCK = 1024;

    /** Beats with near sketches, besides as many as are to be found, that give the first idea of how near beats are. */
    private static final int PROBES = 27;

    private final float[] rows;
    private final int[] labels;
    private final int length;
    private final KnnDistance distance;
    private final double[] sizes;
    private final double largest;
    private final Sketch sketch;
    private final float[][][] blocks;

    /**
     * Sketches the training beats.
     *
     * @param rows finite samples, row-major
     * @param labels one for each row
     */
    Neighbours(float[] rows, int[] labels, KnnDistance distance, Cancellation cancellation) {
        this.rows = rows;
        this.labels = labels;
        this.length = rows.length / labels.length;
        this.distance = distance;
        this.sizes = new double[labels.length];
        this.sketch = distance.sketch(length);
        this.blocks = new float[(labels.length + BLOCK - 1) / BLOCK][Sketch.WIDTH][BLOCK];
        float[] drawn = new float[Sketch.WIDTH];
        for (int row = 0; row < labels.length; row++) {
            if (row % BLOCK == 0) {
                cancellation.check();
            }
            sizes[row] = distance.size(rows, row * length, length);
            sketch.draw(rows, row * length, sizes[row], drawn);
            for (int number = 0; number < Sketch.WIDTH; number++) {
                blocks[row / BLOCK][number][row % BLOCK] = drawn[number];
            }
        }
        this.largest = Arrays.stream(sizes).max().orElse(0);
    }

    int size() {
        return labels.length;
    }

    int length() {
        return length;
    }

    KnnDistance distance() {
        return distance;
    }

    int label(int row) {
        return labels[row];
    }

    float value(int row, int column) {
        return rows[row * length + column];
    }

    /**
     * Finds the nearest of beats that stand one after the other. Each block of sketches is compared with all of them before
     * the next one is fetched, so a few at once are faster than one by one.
     *
     * @param queries finite samples, row-major
     * @param from the first row of the queries, and {@code to} the row after the last
     * @param k how many to find, at most {@link #size}
     */
    Nearest[] nearest(float[] queries, int from, int to, int k) {
        Query[] asked = new Query[to - from];
        Arrays.setAll(asked, i -> new Query(queries, (from + i) * length));
        for (int block = 0; block < blocks.length; block++) {
            for (Query query : asked) {
                query.compare(block);
            }
        }
        return Arrays.stream(asked).map(query -> query.nearest(k)).toArray(Nearest[]::new);
    }

    /** One beat and how far its sketch is from all others. */
    private final class Query {

        private final float[] beat;
        private final int at;
        private final double size;
        private final float[] drawn = new float[Sketch.WIDTH];
        private final float[][] apart = new float[blocks.length][BLOCK];

        Query(float[] beats, int at) {
            this.beat = beats;
            this.at = at;
            this.size = distance.size(beats, at, length);
            sketch.draw(beats, at, size, drawn);
        }

        void compare(int block) {
            for (int number = 0; number < Sketch.WIDTH; number += Sketch.STRIDE) {
                sketch.compare(blocks[block], number, drawn, apart[block]);
            }
        }

        private double distanceTo(int row) {
            return distance.between(beat, at, size, rows, row * length, sizes[row], length);
        }

        private float limit(double furthest) {
            return sketch.limit(furthest, size + largest);
        }

        Nearest nearest(int k) {
            double bound = bound(k);
            float limit = limit(bound);
            Nearest found = new Nearest(k);
            for (int block = 0; block < blocks.length; block++) {
                int end = Math.min(BLOCK, labels.length - block * BLOCK);
                float[] near = apart[block];
                for (int i = 0; i < end; i++) {
                    // not "<=", so that what is not a number is looked at
                    if (!(near[i] > limit)) {
                        int row = block * BLOCK + i;
                        found.add(distanceTo(row), labels[row]);
                        if (found.furthest() < bound) {
                            bound = found.furthest();
                            limit = limit(bound);
                        }
                    }
                }
            }
            return found.settled() ? found : replayed(k);
        }

        /** A distance within which there are k beats for sure: some with the nearest sketches are asked for theirs. */
        private double bound(int k) {
            int asked = Math.min(k + PROBES, labels.length);
            PriorityQueue<Candidate> queue = new PriorityQueue<>(asked);
            double worst = Double.POSITIVE_INFINITY;
            for (int block = 0; block < blocks.length; block++) {
                int end = Math.min(BLOCK, labels.length - block * BLOCK);
                float[] near = apart[block];
                for (int i = 0; i < end; i++) {
                    if (near[i] < worst || queue.size() < asked) {
                        if (queue.size() == asked) {
                            queue.remove();
                        }
                        queue.add(new Candidate(near[i], block * BLOCK + i));
                        worst = queue.size() < asked ? worst : queue.element().distance;
                    }
                }
            }
            Nearest found = new Nearest(k);
            queue.forEach(candidate -> found.add(distanceTo(candidate.row), labels[candidate.row]));
            return found.furthest();
        }

        /**
         * Does step by step what Tribuo does. Which of several beats at the same distance it keeps depends on how its queue
         * came to be, so where that matters it has to come to be the same way. Beats whose sketches are too far never enter
         * the queue, and may be left out here as well.
         */
        private Nearest replayed(int k) {
            PriorityQueue<Candidate> queue = new PriorityQueue<>(k);
            for (int row = 0; row < k; row++) {
                queue.offer(new Candidate(distanceTo(row), row));
            }
            float limit = limit(queue.element().distance);
            for (int row = k; row < labels.length; row++) {
                if (apart[row / BLOCK][row % BLOCK] > limit) {
                    continue;
                }
                double away = distanceTo(row);
                if (Double.compare(away, queue.element().distance) < 0) {
                    queue.poll();
                    queue.offer(new Candidate(away, row));
                    limit = limit(queue.element().distance);
                }
            }
            Nearest found = new Nearest(k);
            queue.forEach(candidate -> found.add(candidate.distance, labels[candidate.row]));
            return found;
        }
    }

    /** A training beat in a queue, which has the furthest one at its head. */
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
