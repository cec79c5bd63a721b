package org.beatbench.app;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.beatbench.api.Progress;

/** Progress of one thing as a bar with the time left, where a person watches; nothing otherwise. */
final class Bar implements Progress, AutoCloseable {

    private final ProgressBar bar;

    private Bar(ProgressBar bar) {
        this.bar = bar;
    }

    /** A bar with a name before it. */
    static Bar named(String name) {
        return new Bar(new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(
                        Terminals.isInteractive()
                                ? 200
                                : (int) Duration.ofDays(1).toMillis())
                .clearDisplayOnFinish()
                .build());
    }

    @Override
    public void advanced(String stage, long done, long total) {
        bar.setExtraMessage(" " + stage);
        bar.maxHint(total > 0 ? total : -1);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}
