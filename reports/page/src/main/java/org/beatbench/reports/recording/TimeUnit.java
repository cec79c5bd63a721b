package org.beatbench.reports.recording;

/**
 * The unit in which the length of a recording is a small number.
 *
 * @param word for people
 * @param seconds that it has
 */
record TimeUnit(String word, double seconds) {

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    static TimeUnit of(double seconds) {
        return seconds > 3 * HOUR
                ? new TimeUnit("hours", HOUR)
                : seconds > 3 * MINUTE ? new TimeUnit("minutes", MINUTE) : new TimeUnit("s", 1);
    }
}
