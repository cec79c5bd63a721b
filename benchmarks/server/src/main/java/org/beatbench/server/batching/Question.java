package org.beatbench.server.batching;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beatbench.server.protocol.Answered;
import org.beatbench.server.protocol.Asked;
import org.beatbench.server.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/** Beats of one client that wait to be answered, maybe in several batches. */
final class Question {

    private final Asked asked;
    private final Answered answered;
    private final long since = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(1);
    private int taken;
    private int answers;
    private long firstTaken;
    private volatile boolean abandoned;
    private volatile @Nullable Refusal refusal;

    Question(Asked asked, int classes) {
        this.asked = asked;
        this.answered = new Answered(asked.beats(), classes);
    }

    float[] numbers() {
        return asked.numbers();
    }

    /** The place for its answers, which is the worker's until {@link #isDone()}. */
    Answered answered() {
        return answered;
    }

    int left() {
        return asked.beats() - taken;
    }

    /** Whether nobody waits for the answer any more, or there will be none. */
    boolean isOver() {
        return abandoned || refusal != null;
    }

    /** Takes beats out of it; gives the first. */
    int take(int count) {
        if (taken == 0) {
            firstTaken = System.nanoTime();
        }
        int first = taken;
        taken += count;
        return first;
    }

    /** Nanoseconds that it waited before its first beat was put to the model. */
    long waited() {
        return firstTaken - since;
    }

    /** So many more beats have their answers. */
    void answered(int count) {
        answers += count;
        if (answers == asked.beats()) {
            done.countDown();
        }
    }

    boolean isDone() {
        return answers == asked.beats();
    }

    void refuse(Refusal why) {
        refusal = why;
        done.countDown();
    }

    /**
     * Waits for all answers.
     *
     * @throws Refusal if there are none, or not within the time
     */
    Answered await(long nanoseconds) {
        boolean inTime;
        try {
            inTime = done.await(nanoseconds, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandoned = true;
            throw new Refusal(Refusal.UNAVAILABLE, "the server is stopping");
        }
        Refusal why = refusal;
        if (why != null) {
            throw why;
        }
        if (!inTime) {
            abandoned = true;
            throw new Refusal(Refusal.TIMED_OUT, "no answer within the server's time limit");
        }
        return answered;
    }
}
