package org.beatbench.app.progress;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.beatbench.api.Progress;
import org.beatbench.app.shell.Terminals;
import org.jspecify.annotations.Nullable;

/** Progress of one thing as a bar with the time left, where a person watches; nothing where output is piped. */
public final class BarProgress implements Progress, AutoCloseable {

    private final @Nullable ProgressBar bar;

    private BarProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** A bar with a name before it. */
    public static BarProgress named(String name) {
        return named(name, Duration.ZERO);
    }

    /** A bar for something that has been going on for a while. */
    public static BarProgress named(String name, Duration elapsed) {
        if (!Terminals.isInteractive()) {
            return new BarProgress(null);
        }
        return new BarProgress(new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(-1)
                .startsFrom(0, elapsed)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                // A stage that does not count its steps goes on all the same: its name and its time are to be seen.
                .continuousUpdate()
                .clearDisplayOnFinish()
                .build());
    }

    @Override
    public void advanced(String stage, long done, long total) {
        if (bar != null) {
            bar.setExtraMessage(" " + stage);
            bar.maxHint(total > 0 ? total : -1);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
