package org.beatbench.harness;

import java.time.Duration;
import java.util.Arrays;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;

/**
 * How long a warm model takes for one beat alone. Timed on test beats, without labels and with the answers thrown away: a
 * training beat is its own nearest neighbour, which would flatter whoever searches for neighbours.
 *
 * @param median of the timed beats
 * @param percentile99 nearest-rank 99th percentile of the timed beats
 * @param beats how many were timed
 */
record Latency(Duration median, Duration percentile99, int beats) {

    private static final int MOST_BEATS = 2_000;
    private static final int FEWEST_BEATS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration TIMED = Duration.ofSeconds(2);

    static Latency of(TrainedModel model, Beats sample, Cancellation cancellation) {
        time(model, sample, WARM_UP, cancellation);
        long[] nanos = time(model, sample, TIMED, cancellation);
        Arrays.sort(nanos);
        return new Latency(rank(nanos, 0.50), rank(nanos, 0.99), nanos.length);
    }

    private static long[] time(TrainedModel model, Beats sample, Duration budget, Cancellation cancellation) {
        long[] nanos = new long[MOST_BEATS];
        long end = System.nanoTime() + budget.toNanos();
        int count = 0;
        while (count < MOST_BEATS && (count < FEWEST_BEATS || System.nanoTime() < end)) {
            cancellation.check();
            Beats one = sample.select(Selection.of(spread(count, sample.size())));
            long start = System.nanoTime();
            model.predict(one);
            nanos[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(nanos, count);
    }

    /** Walks through the sample in large steps, so that all its classes and subjects are met. */
    private static int spread(int count, int size) {
        long step = 7_919;
        return (int) (count * step % size);
    }

    private static Duration rank(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return Duration.ofNanos(sorted[rank - 1]);
    }
}
