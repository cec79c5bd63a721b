package org.beatbench.data.summary;

import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;

/** Where a signal says nothing: it is missing, or does not move for two seconds, as when a lead came off. */
final class Interruptions {

    private static final double LONGEST_STANDSTILL = 2;

    private final Signal signal;
    private final int longest;

    Interruptions(Recording recording) {
        this.signal = recording.signals().get(0);
        this.longest = Math.max(2, (int) Math.round(LONGEST_STANDSTILL * recording.rate()));
    }

    /** Whether there is one between two samples. */
    boolean isBetween(long from, long to) {
        int still = 1;
        for (int at = (int) from + 1; at <= to; at++) {
            int value = signal.adc(at);
            still = value == signal.adc(at - 1) ? still + 1 : 1;
            if (value == Signal.MISSING || still >= longest) {
                return true;
            }
        }
        return false;
    }
}
