package org.beatbench.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
     * Runs those of the trials that are not stored or are to be done again, in this order; each is stored as soon as it
     * ends, in place of an earlier record.
     *
     * @param again which stored trials are to be done again
     * @throws CancelledException if the user stops it; what is stored stays
     */
    public void run(List<Trial> trials, Predicate<RunRecord> again, Cancellation cancellation) throws IOException {
        List<Trial> remaining = new ArrayList<>();
        for (Trial trial : trials) {
            Optional<RunRecord> stored = store.find(trial);
            if (stored.isEmpty() || again.test(stored.get())) {
                remaining.add(trial);
            }
        }
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
