package org.beatbench.app.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a command that does some things one after the other: a bar with the time left where a person watches; where
 * output is piped, a plain line for each epoch, and now and then one of what takes long.
 */
public final class StepProgress implements Progress, AutoCloseable {

    private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

    private final Screen screen;
    private final PrintWriter lines;
    private final boolean drawn;
    private final LongSupplier clock;

    private String step = "";
    private String stage = "";
    private long stageBegun;
    private long lastLine;
    private @Nullable FitProgress shown;

    /**
     * Progress that says nothing until the first step begins.
     *
     * @param screen where a bar is drawn
     * @param lines where plain lines go
     * @param drawn whether a bar may be drawn, which a terminal that shows other output would mix up
     * @param clock nanoseconds, as {@link System#nanoTime} tells them
     */
    StepProgress(Screen screen, PrintWriter lines, boolean drawn, LongSupplier clock) {
        this.screen = screen;
        this.lines = lines;
        this.drawn = drawn;
        this.clock = clock;
    }

    /** Progress by the clock of this machine. */
    public static StepProgress to(Screen screen, PrintWriter lines, boolean drawn) {
        return new StepProgress(screen, lines, drawn, System::nanoTime);
    }

    /** The next thing begins. */
    public synchronized void begin(String next) {
        close();
        step = next;
        stage = "";
        stageBegun = clock.getAsLong();
        lastLine = stageBegun;
        shown = drawn ? FitProgress.named(step, screen, lines) : null;
    }

    @Override
    public synchronized void advanced(String nextStage, long done, long total) {
        long now = clock.getAsLong();
        if (!nextStage.equals(stage)) {
            stage = nextStage;
            stageBegun = now;
        }
        if (shown != null) {
            shown.advanced(stage, done, total);
        }
        boolean isOver = total > 0 && done >= total;
        if (!isDrawn() && !screen.isQuiet() && !isOver && now - lastLine >= BETWEEN_LINES) {
            lastLine = now;
            lines.println(step + ": " + stage + place(done, total) + timeLeft(now - stageBegun, done, total));
            lines.flush();
        }
    }

    @Override
    public synchronized void epoch(Epoch epoch) {
        lastLine = clock.getAsLong();
        if (shown != null) {
            shown.epoch(epoch);
        }
    }

    private boolean isDrawn() {
        return drawn && screen.draws();
    }

    private static String place(long done, long total) {
        return total > 0
                ? " " + Numbers.count(done) + " of " + Numbers.count(total)
                : done > 0 ? " " + Numbers.count(done) : "";
    }

    private static String timeLeft(long passed, long done, long total) {
        return total > done && done > 0
                ? TimeLeft.text(Duration.ofNanos((long) (passed / (double) done * (total - done))))
                : "";
    }

    @Override
    public synchronized void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
