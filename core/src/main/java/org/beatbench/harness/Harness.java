package org.beatbench.harness;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.experiment.Trial;
import org.beatbench.results.ResultStore;
import org.beatbench.results.RunRecord;

/** Runs what is wanted and not stored. */
public final class Harness {

    private final ResultStore store;
    private final TrialRunner runner;
    private final RunListener listener;

    public Harness(ResultStore store, TrialRunner runner, RunListener listener) {
        this.store = store;
        this.runner = runner;
        this.listener = listener;
    }

    /**
     * Runs those of the trials that are not stored, in this order; each is stored as soon as it ends.
     *
     * @throws CancelledException if the user stops it; what is stored stays
     */
    public void run(List<Trial> trials, Cancellation cancellation) throws IOException {
        List<Trial> remaining =
                trials.stream().filter(trial -> !store.contains(trial)).toList();
        listener.planned(remaining, trials.size());
        for (Trial trial : remaining) {
            cancellation.check();
            listener.started(trial);
            RunRecord run = runner.run(
                    trial, (stage, done, total) -> listener.advanced(trial, stage, done, total), cancellation);
            store.put(run);
            listener.stored(run);
        }
    }
}
