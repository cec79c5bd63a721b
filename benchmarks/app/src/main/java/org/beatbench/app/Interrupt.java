package org.beatbench.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beatbench.api.Cancellation;

/** Ctrl-C as a cancellation: the program ends only after what runs has been told to stop and has tidied up. */
final class Interrupt implements Cancellation, AutoCloseable {

    private static final int SECONDS_TO_TIDY_UP = 5;

    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "interrupt");
    private volatile boolean requested;

    private Interrupt() {}

    /** Listens until it is closed. */
    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @Override
    public boolean requested() {
        return requested;
    }

    private void request() {
        requested = true;
        try {
            tidied.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tidied.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
