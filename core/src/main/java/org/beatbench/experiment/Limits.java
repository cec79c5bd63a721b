package org.beatbench.experiment;

import java.time.Duration;

/**
 * What one trial may use.
 *
 * @param time from start to end, data loading included
 * @param memoryMegabytes Java heap of the trial's process
 * @param threads threads for fit and prediction, at least 1
 */
public record Limits(Duration time, int memoryMegabytes, int threads) {

    public Limits {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be positive: " + time);
        }
        if (memoryMegabytes < 64 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least 64 MB and 1 thread: " + memoryMegabytes + " MB, " + threads + " threads");
        }
    }
}
