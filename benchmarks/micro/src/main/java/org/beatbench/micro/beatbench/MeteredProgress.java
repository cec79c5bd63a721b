package org.beatbench.micro.beatbench;

import org.beatbench.api.Progress;
import org.beatbench.micro.contest.ThroughputMeter;

/** Tells a throughput meter of each step of a fit how many beats it had. */
final class MeteredProgress implements Progress {

    private final ThroughputMeter meter;
    private long before = -1;

    MeteredProgress(ThroughputMeter meter) {
        this.meter = meter;
    }

    @Override
    public void advanced(String stage, long done, long total) {
        if (before >= 0) {
            // a new pass begins at 0: the step before was the rest of the last one
            meter.advance((done > before ? done : total) - before);
        }
        before = done;
    }
}
