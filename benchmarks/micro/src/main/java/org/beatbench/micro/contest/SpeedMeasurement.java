package org.beatbench.micro.contest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;

/** Measures the speed of a contestant: beats trained on and answered in a given time, and the time for one beat. */
public final class SpeedMeasurement {

    /** What part of the time is worked before and not timed. */
    private static final int LEAD_IN = 10;

    private final Contestant contestant;
    private final Material material;

    /** A measurement of a contestant on the beats it was opened with. */
    public SpeedMeasurement(Contestant contestant, Material material) {
        this.contestant = contestant;
        this.material = material;
    }

    /**
     * How fast it answered for single beats.
     *
     * @param median microseconds
     * @param percentile99 microseconds, by nearest rank
     */
    public record SingleBeatLatency(double median, double percentile99) {}

    /** Trains with whole batches; returns beats per second. */
    public double train(int batch, Duration atLeast) {
        int beats = material.training().size();
        if (batch > beats) {
            throw new IllegalArgumentException("batch must be at most " + beats + ": " + batch);
        }
        ThroughputMeter meter = meter(atLeast);
        contestant.train(batch, meter);
        return meter.rate();
    }

    /** Answers for all test beats again and again, in batches of which the last may be smaller; returns beats per second. */
    public double predict(int batch, Duration atLeast) {
        int beats = material.test().size();
        ThroughputMeter meter = meter(atLeast);
        float[] answer = {};
        int from = 0;
        while (!meter.isOver()) {
            int to = Math.min(from + batch, beats);
            answer = contestant.predict(from, to);
            meter.advance(to - from);
            from = to < beats ? to : 0;
        }
        check(answer);
        return meter.rate();
    }

    /** Answers for one beat at a time. */
    public SingleBeatLatency single(Duration atLeast) {
        singles(atLeast.dividedBy(LEAD_IN));
        List<Long> nanos = singles(atLeast);
        check(contestant.predict(0, 1));
        Collections.sort(nanos);
        return new SingleBeatLatency(rank(nanos, 0.50), rank(nanos, 0.99));
    }

    private static ThroughputMeter meter(Duration atLeast) {
        return new ThroughputMeter(atLeast.dividedBy(LEAD_IN), atLeast, System::nanoTime);
    }

    /** A contestant that computes nonsense is not fast. */
    private static void check(float[] answer) {
        Predictions.of(Rows.of(answer, Network.CLASSES));
    }

    private List<Long> singles(Duration atLeast) {
        List<Long> nanos = new ArrayList<>();
        int beats = material.test().size();
        long end = System.nanoTime() + atLeast.toNanos();
        do {
            int row = nanos.size() % beats;
            long start = System.nanoTime();
            contestant.predict(row, row + 1);
            nanos.add(System.nanoTime() - start);
        } while (System.nanoTime() < end);
        return nanos;
    }

    private static double rank(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e3;
    }
}
