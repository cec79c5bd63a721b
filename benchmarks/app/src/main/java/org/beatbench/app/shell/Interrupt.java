package org.beatbench.app.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.beatbench.api.Cancellation;
import org.beatbench.plugins.PluginExit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: what runs is told to stop and gets the time to tidy up, then the user is told what is kept, and the program ends. The
 * exit code is made by Java from the signal, {@link ExitCode#STOPPED} for that of Ctrl-C.
 */
public final class Interrupt {

    private static final Duration TO_TIDY_UP = Duration.ofSeconds(5);

    /** Together with the tidying up itself below the second after which people press it again. */
    private static final Duration BEFORE_TIDYING_UP_HERE = Duration.ofMillis(700);

    private final Consumer<String> voice;
    private volatile Supplier<String> words = () -> "Stopped.";
    private volatile @Nullable Work work;
    private boolean stopping;
    private boolean ended;

    /**
     * An interrupt that nobody listens to yet.
     *
     * @param voice says the last words
     */
    Interrupt(Consumer<String> voice) {
        this.voice = voice;
    }

    /** Listens from now on. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interrupt"));
    }

    /** What is said from now on if the program is stopped: what is kept, and how to go on. */
    public void willSay(Supplier<String> lastWords) {
        words = lastWords;
    }

    /** Something begins that can be told to stop. One thing at a time. */
    public Work work() {
        Work begun = new Work();
        work = begun;
        return begun;
    }

    /** The program is to end. Returns when that has been said; or ends it with {@link ExitCode#FAILURE} if a plug-in would end it. */
    void stop() {
        synchronized (this) {
            if (ended) {
                return;
            }
            stopping = true;
        }
        Optional<String> culprit = PluginExit.caller();
        culprit.ifPresent(who -> willSay(() -> "error: " + who + System.lineSeparator()
                + "hint:  this is a fault of the plug-in: look at it with beatbench plugin check"));
        Work running = work;
        if (running != null) {
            running.stop();
        }
        voice.accept(words.get());
        if (culprit.isPresent()) {
            Runtime.getRuntime().halt(ExitCode.FAILURE);
        }
    }

    boolean isWorking() {
        return work != null;
    }

    /** The program ends of itself, so nothing more is to be said, unless it was stopped already. */
    public synchronized void ended() {
        ended = !stopping;
    }

    /** Something that can be told to stop. */
    public final class Work implements Cancellation, AutoCloseable {

        private final CountDownLatch tidied = new CountDownLatch(1);
        private volatile boolean requested;
        private volatile @Nullable Runnable substitute;

        private Work() {}

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

        private void stop() {
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
            work = null;
            tidied.countDown();
        }
    }
}
