package org.beatbench.server.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Requests by status, and how long they took. */
public final class RequestCounts {

    /** Upper ends of the ranges of times, milliseconds. */
    private static final double[] ENDS = {1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000};

    private static final double NANOSECONDS = 1e6;

    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final AtomicLongArray ranges = new AtomicLongArray(ENDS.length + 1);
    private final AtomicLong time = new AtomicLong();

    void add(int status, long nanoseconds) {
        byStatus.computeIfAbsent(status, any -> new LongAdder()).increment();
        int range = 0;
        while (range < ENDS.length && nanoseconds / NANOSECONDS > ENDS[range]) {
            range++;
        }
        ranges.incrementAndGet(range);
        time.addAndGet(nanoseconds);
    }

    /** Requests by status. */
    public Map<Integer, Long> byStatus() {
        Map<Integer, Long> counts = new TreeMap<>();
        byStatus.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    /** Requests that took so many seconds at most, by these; infinity stands for all. */
    public Map<Double, Long> byTime() {
        Map<Double, Long> counts = new TreeMap<>();
        long so = 0;
        for (int range = 0; range <= ENDS.length; range++) {
            so += ranges.get(range);
            counts.put(range < ENDS.length ? ENDS[range] / 1_000 : Double.POSITIVE_INFINITY, so);
        }
        return counts;
    }

    /** Seconds of all. */
    public double seconds() {
        return time.get() / (NANOSECONDS * 1_000);
    }
}
