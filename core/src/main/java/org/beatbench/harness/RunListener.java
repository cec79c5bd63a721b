package org.beatbench.harness;

import org.beatbench.experiment.Trial;
import org.beatbench.results.RunRecord;

/** Watches an experiment run. */
public interface RunListener {

    /** Trials still to run, of all trials of the plan. */
    default void planned(int remaining, int all) {}

    default void started(Trial trial) {}

    /** See {@link org.beatbench.api.Progress#advanced}. */
    default void advanced(Trial trial, String stage, long done, long total) {}

    /** A trial ended and its record is stored. */
    default void stored(RunRecord run) {}
}
