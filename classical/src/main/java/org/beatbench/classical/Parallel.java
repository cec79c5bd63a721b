package org.beatbench.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered tasks on several threads. */
final class Parallel {

    private Parallel() {}

    /**
     * Runs tasks 0 to {@code tasks} − 1, each once, and returns when all are done; a single one without a thread. Throws
     * what a task throws, as it is.
     */
    static void run(int threads, int tasks, IntConsumer task) {
        int workers = Math.min(threads, tasks);
        if (workers <= 1) {
            for (int number = 0; number < tasks; number++) {
                task.accept(number);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                running.add(pool.submit(() -> {
                    for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
                        task.accept(number);
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for tasks", e);
        } finally {
            next.set(tasks);
            pool.shutdown();
        }
    }
}
