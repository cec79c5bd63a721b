package org.beatbench.classical;

import java.util.PriorityQueue;
import java.util.function.ObjIntConsumer;
import org.beatbench.neighbours.Candidates;
import org.beatbench.neighbours.RowDistance;

/**
 * Does step by step what Tribuo does. Which of several beats at the same distance it keeps depends on how its queue came to be,
 * so where that matters it has to come to be the same way. Beats that are too far never enter it, and need not be offered.
 */
final class TribuoQueue implements Candidates {

    private final int k;
    private final RowDistance distance;

    /** The furthest one at its head, ordered as Tribuo orders its own. */
    private final PriorityQueue<Candidate> queue;

    TribuoQueue(int k, RowDistance distance) {
        this.k = k;
        this.distance = distance;
        this.queue = new PriorityQueue<>(k);
    }

    /** A training beat and how far it is. */
    private record Candidate(double distance, int beat) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            return Double.compare(other.distance, distance);
        }
    }

    @Override
    public void offer(int beat, double measured) {
        Candidate candidate = new Candidate(distance.of(measured), beat);
        if (queue.size() < k) {
            queue.offer(candidate);
        } else if (candidate.compareTo(queue.element()) > 0) {
            queue.poll();
            queue.offer(candidate);
        }
    }

    @Override
    public double limit() {
        return queue.size() < k ? Double.POSITIVE_INFINITY : queue.element().distance();
    }

    /** The distances and numbers of the beats that are kept, in no order. */
    void forEach(ObjIntConsumer<Double> action) {
        queue.forEach(candidate -> action.accept(candidate.distance(), candidate.beat()));
    }
}
