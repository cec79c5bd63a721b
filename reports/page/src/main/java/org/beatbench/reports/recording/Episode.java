package org.beatbench.reports.recording;

/**
 * Beats that belong together, such as a run, or a pause before one.
 *
 * @param name what it is, such as {@code V run}
 * @param isPause whether it is a pause
 * @param first its first beat; of a pause, the beat before it
 * @param beats how many there are, at least 1; of a pause, 2
 * @param seconds from the first to the last of them
 */
public record Episode(String name, boolean isPause, int first, int beats, double seconds) {}
