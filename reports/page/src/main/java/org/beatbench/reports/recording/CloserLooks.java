package org.beatbench.reports.recording;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Beats that were looked at more closely.
 *
 * @param rate numbers a second in their shapes
 * @param before seconds from the first of them to the mark
 * @param examples how many training beats are kept with the model; 0 if none
 * @param usual the distance up to which a beat is as near to these as they are to those of other people
 * @param beats by their place in the recording, 0-based
 */
public record CloserLooks(double rate, double before, int examples, double usual, Map<Integer, BeatLook> beats) {

    public CloserLooks {
        beats = Collections.unmodifiableMap(new TreeMap<>(beats));
    }
}
