package org.beatbench.app.progress;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.beatbench.api.Progress;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.text.Numbers;

/** Progress of one thing as a bar with the time left, where a person watches; nothing where output is piped, or not wanted. */
public final class BarProgress implements Progress, AutoCloseable {

    /** Before that, what has passed says nothing of what is left. */
    private static final long TOO_EARLY = Duration.ofSeconds(2).toNanos();

    /** Stages that follow each other faster than this are one, with one time left. */
    private static final long SHORT_STAGE = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final BarText text;
    private final LongSupplier clock;
    private final Screen.Status status;

    private String stage = "";
    private String said = "";
    private double share = Double.NaN;
    private long begun;
    private long stageBegun;
    private long done;
    private long total;

    BarProgress(String name, Screen screen, LongSupplier clock) {
        this.name = name;
        this.clock = clock;
        this.begun = clock.getAsLong();
        this.stageBegun = begun;
        this.text = new BarText(screen);
        this.status = screen.status(this::line);
    }

    /** A bar with a name before it. */
    public static BarProgress named(String name, Screen screen) {
        return new BarProgress(name, screen, System::nanoTime);
    }

    @Override
    public synchronized void advanced(String nextStage, long nowDone, long nowTotal) {
        if (!nextStage.equals(stage)) {
            long now = clock.getAsLong();
            begun = now - stageBegun > SHORT_STAGE ? now : begun;
            stageBegun = now;
        }
        said = "";
        stage = nextStage;
        done = nowDone;
        total = nowTotal;
        share = total > 0 ? done / (double) total : Double.NaN;
    }

    /** Shows words, until there is something else to show, in place of a stage and its time. */
    synchronized void say(String words, double nowShare) {
        said = words;
        share = nowShare;
    }

    synchronized String line(int width) {
        return text.line(width, name, share, said.isEmpty() ? place() : said);
    }

    private String place() {
        long passed = clock.getAsLong() - begun;
        String place = total > 0 ? stage + " " + Numbers.count(done) + "/" + Numbers.count(total) : stage;
        if (passed < TOO_EARLY || (total > 0 && done >= total)) {
            return place;
        }
        return place
                + (total > 0 && done > 0
                        ? TimeLeft.text(Duration.ofNanos((long) (passed / (double) done * (total - done))))
                        : " for " + Duration.ofNanos(passed).toSeconds() + " s");
    }

    @Override
    public void close() {
        status.close();
    }
}
