package org.beatbench.app.progress;

import java.io.PrintWriter;
import java.time.Duration;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.app.shell.Screen;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a fit and of what comes before and after it: on a bar where a person watches, by its epochs if it has some; where
 * output is piped, a line for each epoch.
 */
public final class FitProgress implements Progress, AutoCloseable {

    private final Screen screen;
    private final PrintWriter out;
    private final BarProgress bar;
    private Duration passed = Duration.ZERO;
    private int epochs;
    private @Nullable Epoch latest;

    private FitProgress(Screen screen, PrintWriter out, BarProgress bar) {
        this.screen = screen;
        this.out = out;
        this.bar = bar;
    }

    /**
     * Progress of one fit.
     *
     * @param name what stands before the bar
     * @param out where lines go if there is no bar
     */
    public static FitProgress named(String name, Screen screen, PrintWriter out) {
        return new FitProgress(screen, out, BarProgress.named(name, screen));
    }

    @Override
    public synchronized void advanced(String stage, long done, long total) {
        if (total == 0) {
            // Something else begins, such as the test; what was said of the last epoch is past.
            latest = null;
        }
        if (latest == null) {
            bar.advanced(stage, done, total);
        }
    }

    @Override
    public synchronized void epoch(Epoch epoch) {
        passed = passed.plus(epoch.time());
        epochs++;
        latest = epoch;
        if (screen.draws()) {
            bar.say(EpochText.of(epoch) + timeLeft(epoch), epoch.number() / (double) epoch.planned());
        } else if (!screen.isQuiet()) {
            out.println("  " + EpochText.of(epoch) + timeLeft(epoch));
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        bar.close();
    }

    /** As long as the epochs so far took on average, for each that is planned; less if the fit stops early. */
    private String timeLeft(Epoch epoch) {
        int left = epoch.planned() - epoch.number();
        return left == 0 ? "" : TimeLeft.text(passed.dividedBy(epochs).multipliedBy(left));
    }
}
