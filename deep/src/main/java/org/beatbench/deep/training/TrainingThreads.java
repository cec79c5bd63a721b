package org.beatbench.deep.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** A fixed number of threads that work on numbered shares of one task after the other; the caller is the first of them. */
final class TrainingThreads implements AutoCloseable {

    private final int count;
    private final ExecutorService others;

    TrainingThreads(int count) {
        this.count = count;
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(task, "network worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    int count() {
        return count;
    }

    /** Works on all shares and returns when all are done. Throws what a share throws, as it is. */
    void run(IntConsumer share) {
        List<Future<?>> running = new ArrayList<>();
        for (int number = 1; number < count; number++) {
            int mine = number;
            running.add(others.submit(() -> share.accept(mine)));
        }
        try {
            share.accept(0);
        } finally {
            await(running);
        }
    }

    private static void await(List<Future<?>> running) {
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception
                    ? exception
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for workers", e);
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
