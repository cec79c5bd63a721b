package org.beatbench.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.beatbench.api.CancelledException;

/** Does numbered pieces of work on several threads. */
final class Workers {

    private Workers() {}

    /** Does pieces 0 to {@code pieces - 1}, each once, and returns when all are done. Throws what a piece throws. */
    static void run(int threads, int pieces, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int number = next.getAndIncrement(); number < pieces; number = next.getAndIncrement()) {
                piece.accept(number);
            }
        };
        int workers = Math.min(threads, pieces);
        if (workers <= 1) {
            worker.run();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(worker));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            next.set(pieces);
            pool.shutdown();
        }
    }
}
