package org.beatbench.app.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.beatbench.app.shell.Screen;
import org.jspecify.annotations.Nullable;

/** One bar for a whole run of trials, by the time that is estimated for them, and beside it what the trial at hand is doing. */
public final class RunBar implements AutoCloseable {

    private final BarText text;
    private final LongSupplier clock;
    private final long begun;
    private final Screen.Status status;

    private String name = "";
    private String doing = "";
    private double shareOfTrials;
    private long trialBegun;
    private @Nullable Duration ofTrial;
    private @Nullable Duration ofAll;

    /** When the epochs of the trial at hand are expected to end, by the clock; 0 if nobody knows. */
    private long epochsEnd;

    /** A bar that begins now. */
    public RunBar(Screen screen) {
        this(screen, System::nanoTime);
    }

    RunBar(Screen screen, LongSupplier clock) {
        this.text = new BarText(screen);
        this.clock = clock;
        this.begun = clock.getAsLong();
        this.status = screen.status(this::line);
    }

    /**
     * A trial begins.
     *
     * @param trial which of how many, and what it is
     * @param done share of the trials that are done, for as long as nobody knows anything of times
     * @param estimated time of the trial, if anything is known of it
     * @param left time of this and all further trials
     */
    public synchronized void trial(String trial, double done, Optional<Duration> estimated, Optional<Duration> left) {
        name = trial;
        doing = "";
        shareOfTrials = done;
        trialBegun = clock.getAsLong();
        ofTrial = estimated.orElse(null);
        ofAll = left.orElse(null);
        epochsEnd = 0;
    }

    /** The trial at hand does something else. */
    public synchronized void stage(String stage) {
        doing = stage;
    }

    /**
     * The trial at hand has finished an epoch.
     *
     * @param epoch in words
     * @param left expected time of the other epochs
     */
    public synchronized void epoch(String epoch, Duration left) {
        doing = epoch;
        epochsEnd = clock.getAsLong() + left.toNanos();
    }

    synchronized String line(int width) {
        long now = clock.getAsLong();
        Duration left = left(now);
        if (left == null) {
            return text.line(width, name, shareOfTrials, doing);
        }
        double passed = now - begun;
        String time = TimeLeft.text(left).replaceFirst("^, ", "");
        return text.line(
                width, name, passed / (passed + left.toNanos()), time + (doing.isEmpty() ? "" : " · " + doing));
    }

    /** The further trials, and what is left of the one at hand: by its epochs, or else by its estimate. */
    private @Nullable Duration left(long now) {
        if (ofAll == null || ofTrial == null) {
            return null;
        }
        Duration further = ofAll.minus(ofTrial);
        Duration here =
                epochsEnd > 0 ? Duration.ofNanos(epochsEnd - now) : ofTrial.minus(Duration.ofNanos(now - trialBegun));
        return further.plus(here.isNegative() ? Duration.ZERO : here);
    }

    @Override
    public void close() {
        status.close();
    }
}
