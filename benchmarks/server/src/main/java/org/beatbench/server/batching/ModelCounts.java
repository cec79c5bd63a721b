package org.beatbench.server.batching;

import java.util.Map;
import java.util.TreeMap;

/** What a model did so far. Times are nanoseconds. */
public final class ModelCounts {

    private long requests;
    private long failed;
    private long beats;
    private long batches;
    private long queueTime;
    private long inferTime;
    private long inputTime;
    private long outputTime;
    private long failedTime;
    private long lastAnswer;
    private final Map<Integer, Batches> bySize = new TreeMap<>();

    /** Batches of one size, beats. */
    public record Batches(int size, long count, long inferTime) {}

    /**
     * All counts at one time.
     *
     * @param requests that were answered
     * @param failed requests that were refused or got no answer
     * @param beats that were answered
     * @param batches in which they were put to the model
     * @param queueTime that requests waited
     * @param inferTime that the model took
     * @param inputTime that it took to read requests
     * @param outputTime that it took to write answers
     * @param failedTime that requests took that failed
     * @param lastAnswer when the last was given, milliseconds since 1970; 0 if none was
     * @param bySize batches by the number of their beats
     */
    public record At(
            long requests,
            long failed,
            long beats,
            long batches,
            long queueTime,
            long inferTime,
            long inputTime,
            long outputTime,
            long failedTime,
            long lastAnswer,
            Map<Integer, Batches> bySize) {
        public At {
            bySize = Map.copyOf(bySize);
        }
    }

    /** A batch was answered. */
    synchronized void batch(int size, long time) {
        batches++;
        beats += size;
        inferTime += time;
        bySize.merge(
                size,
                new Batches(size, 1, time),
                (before, one) -> new Batches(size, before.count() + 1, before.inferTime() + time));
    }

    synchronized void waited(long time) {
        queueTime += time;
    }

    /** A request was answered. */
    public synchronized void answered(long input, long output) {
        requests++;
        inputTime += input;
        outputTime += output;
        lastAnswer = System.currentTimeMillis();
    }

    /** A request was not answered. */
    public synchronized void failed(long time) {
        failed++;
        failedTime += time;
    }

    public synchronized At now() {
        return new At(
                requests,
                failed,
                beats,
                batches,
                queueTime,
                inferTime,
                inputTime,
                outputTime,
                failedTime,
                lastAnswer,
                bySize);
    }
}
