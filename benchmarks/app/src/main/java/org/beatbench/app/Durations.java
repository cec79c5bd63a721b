package org.beatbench.app;

import java.time.Duration;
import java.util.Locale;

/** Times as a person says them. */
final class Durations {

    private Durations() {}

    /** Such as {@code 850 ms}, {@code 12.3 s}, {@code 4 min 10 s} or {@code 1 h 5 min}. */
    static String text(Duration time) {
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        if (time.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (time.toMinutes() < 60) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
