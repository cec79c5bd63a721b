package org.beatbench.data.summary;

/**
 * A place in a recording that one may want to look at: ectopic beats in a row, or a pause.
 *
 * @param name such as {@code V run}
 * @param isPause whether it is a pause
 * @param first its first beat, 0-based; of a pause, the beat before it
 * @param beats how many there are; of a pause, 2
 * @param seconds from the first to the last of them
 */
public record Episode(String name, boolean isPause, int first, int beats, double seconds) {}
