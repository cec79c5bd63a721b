package org.beatbench.harness;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Trial;
import org.beatbench.results.ResultStore;
import org.beatbench.results.RunRecord;

/** Runs those trials of a plan that are not stored yet. */
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
        Map<Trial, Optional<RunRecord>> remaining = new LinkedHashMap<>();
        for (Trial trial : trials) {
            Optional<RunRecord> earlier = store.find(trial);
            if (earlier.isEmpty() || again.test(earlier.get())) {
                remaining.put(trial, earlier);
            }
        }
        listener.planned(List.copyOf(remaining.keySet()), trials.size());
        for (Trial trial : remaining.keySet()) {
            cancellation.check();
            listener.started(trial);
            RunRecord run = runner.run(trial, progressOf(trial), cancellation);
            RunRecord counted = remaining.get(trial).map(run::after).orElse(run);
            listener.stored(store.put(counted));
        }
    }

    private Progress progressOf(Trial trial) {
        return new Progress() {

            @Override
            public void advanced(String stage, long done, long total) {
                listener.advanced(trial, stage, done, total);
            }

            @Override
            public void epoch(Epoch epoch) {
                listener.epoch(trial, epoch);
            }
        };
    }
}
