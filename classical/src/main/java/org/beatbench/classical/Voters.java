package org.beatbench.classical;

import java.util.List;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.Candidates;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.Search;

/** Training beats of which the nearest vote: those that Tribuo's brute force finds. */
final class Voters {

    private final Rows beats;
    private final int[] labels;
    private final KnnDistance distance;
    private final Neighbours neighbours;

    /**
     * Makes training beats ready to be searched.
     *
     * @param beats finite samples
     * @param labels one for each beat
     */
    Voters(Rows beats, int[] labels, KnnDistance distance, Cancellation cancellation) {
        this.beats = beats;
        this.labels = labels;
        this.distance = distance;
        this.neighbours = Neighbours.of(beats, all(beats), distance.distance(), cancellation);
    }

    Rows beats() {
        return beats;
    }

    int label(int beat) {
        return labels[beat];
    }

    KnnDistance distance() {
        return distance;
    }

    /**
     * The nearest to each of some beats.
     *
     * @param asked finite samples
     * @param k how many to find, at most as many as there are
     */
    List<KnnCandidates> nearest(Rows asked, int k, int threads) {
        return neighbours.ask(asked, all(asked), threads, Cancellation.NEVER, search -> nearest(search, k));
    }

    private KnnCandidates nearest(Search search, int k) {
        KnnCandidates found = new KnnCandidates(k);
        search.offer(beat -> true, search.within(k, beat -> true), new Candidates() {
            @Override
            public void offer(int beat, double measured) {
                found.add(distance.distance().of(measured), labels[beat]);
            }

            @Override
            public double limit() {
                return found.furthest();
            }
        });
        return found.settled() ? found : replayed(search, k);
    }

    /** Where it matters which of several beats at the same distance are kept, those that Tribuo keeps. */
    private KnnCandidates replayed(Search search, int k) {
        TribuoQueue queue = new TribuoQueue(k, distance.distance());
        search.offer(beat -> true, Double.POSITIVE_INFINITY, queue);
        KnnCandidates found = new KnnCandidates(k);
        queue.forEach((distance, beat) -> found.add(distance, labels[beat]));
        return found;
    }

    private static Selection all(Rows rows) {
        return Selection.where(rows.size(), row -> true);
    }
}
