package org.beatbench.harness;

import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Trial;
import org.beatbench.results.RunRecord;

/** Runs one trial, whatever comes of it. */
@FunctionalInterface
public interface TrialRunner {

    /**
     * Runs a trial. Its failure is a result and not an exception.
     *
     * @throws CancelledException if the user stops it
     */
    RunRecord run(Trial trial, Progress progress, Cancellation cancellation);
}
