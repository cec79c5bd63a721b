package org.beatbench.results;

import java.time.Duration;

/**
 * What a completed trial took.
 *
 * @param trainingBeats beats fitted on, after resampling
 * @param testBeats beats answered
 * @param fit wall time of the fit
 * @param wholeTest wall time to answer all test beats in one call
 * @param singleMedian median wall time to answer one beat, after warm-up
 * @param single99 99th percentile of the same
 * @param singleBeats beats timed one by one
 * @param modelBytes size of the saved model
 * @param peakMemoryBytes largest resident size of the trial's process
 */
public record Costs(
        int trainingBeats,
        int testBeats,
        Duration fit,
        Duration wholeTest,
        Duration singleMedian,
        Duration single99,
        int singleBeats,
        long modelBytes,
        long peakMemoryBytes) {}
