package org.beatbench.app.progress;

import java.time.Duration;
import org.beatbench.comparison.text.Numbers;

/** Says roughly how long something still takes. */
public final class TimeLeft {

    private TimeLeft() {}

    /** {@code , about 3 min left}. An estimate is not worth its decimals, nor, above two minutes, its seconds. */
    public static String text(Duration time) {
        long grain = time.toSeconds() < 120 ? 5 : 60;
        long seconds = Math.max(1, (time.toSeconds() + grain - 1) / grain) * grain;
        String rounded = seconds < 100 ? seconds + " s" : Numbers.duration(Duration.ofSeconds(seconds));
        return ", about " + rounded + " left";
    }
}
