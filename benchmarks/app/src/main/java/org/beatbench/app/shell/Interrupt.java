package org.beatbench.app.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beatbench.api.Cancellation;
import org.jspecify.annotations.Nullable;

/** Ctrl-C as a cancellation: the program ends only after what runs has been told to stop and has tidied up, or had its time. */
public final class Interrupt implements Cancellation, AutoCloseable {

    private static final Duration TO_TIDY_UP = Duration.ofSeconds(5);

    /** Together with the tidying up itself below the second after which people press it again. */
    private static final Duration BEFORE_TIDYING_UP_HERE = Duration.ofMillis(700);

    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "interrupt");
    private volatile boolean requested;
    private volatile @Nullable Runnable substitute;

    private Interrupt() {}

    /** Listens until it is closed. */
    public static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /**
     * Ends the program within a second, whatever runs: not everything that takes longer can be told to stop.
     *
     * @param tidy tidies up in place of what runs, which may still be running
     */
    public void orElse(Runnable tidy) {
        substitute = tidy;
    }

    @Override
    public boolean requested() {
        return requested;
    }

    private void request() {
        requested = true;
        Runnable tidy = substitute;
        Duration patience = tidy == null ? TO_TIDY_UP : BEFORE_TIDYING_UP_HERE;
        try {
            if (!tidied.await(patience.toMillis(), TimeUnit.MILLISECONDS) && tidy != null) {
                tidy.run();
            }
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
