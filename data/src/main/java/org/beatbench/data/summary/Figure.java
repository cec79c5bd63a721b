package org.beatbench.data.summary;

/**
 * A number that sums up a recording, with what it is.
 *
 * @param id for programs, such as {@code pauses-2s}
 * @param name for people
 * @param value NaN if the recording does not say
 * @param unit such as {@code s} or {@code %}; empty for counts
 * @param decimals that make sense
 * @param definition what is counted, in a few words
 */
public record Figure(String id, String name, double value, String unit, int decimals, String definition) {

    static Figure count(String id, String name, long value, String definition) {
        return new Figure(id, name, value, "", 0, definition);
    }
}
