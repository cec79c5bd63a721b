package org.beatbench.micro.contest;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Measures throughput: counts beats, and tells when to stop. What is done in the first moments is not counted. */
public final class ThroughputMeter {

    private final long leadIn;
    private final long atLeast;
    private final LongSupplier clock;
    private final long opened;
    private boolean timing;
    private long start;
    private long last;
    private long beats;

    /**
     * A meter that begins now.
     *
     * @param leadIn how long the work goes on at least before it is timed
     * @param atLeast how long it is timed at least
     * @param clock nanoseconds since any time
     */
    public ThroughputMeter(Duration leadIn, Duration atLeast, LongSupplier clock) {
        this.leadIn = leadIn.toNanos();
        this.atLeast = atLeast.toNanos();
        this.clock = clock;
        opened = clock.getAsLong();
    }

    /** Some beats more are done. */
    public void advance(long more) {
        long now = clock.getAsLong();
        if (timing) {
            beats += more;
            last = now;
        } else if (now - opened >= leadIn) {
            timing = true;
            start = now;
        }
    }

    /** Whether it is enough. */
    public boolean isOver() {
        return beats > 0 && last - start >= atLeast;
    }

    /**
     * Beats per second.
     *
     * @throws IllegalStateException if none were counted
     */
    public double rate() {
        if (beats == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return beats / ((last - start) / 1e9);
    }
}
