package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.results.RunRecord;
import org.beatbench.run.ExperimentRun;
import org.beatbench.run.PreparedExperiment;

/** Prints what a run would do. */
final class DryRun {

    private final PreparedExperiment prepared;
    private final List<Trial> trials;
    private final ExperimentRun run;

    /**
     * A run that is not to be.
     *
     * @param trials the trials asked for
     * @param run what would be begun
     */
    DryRun(PreparedExperiment prepared, List<Trial> trials, ExperimentRun run) {
        this.prepared = prepared;
        this.trials = trials;
        this.run = run;
    }

    void print(PrintWriter out) throws IOException {
        List<Trial> done = run.done().stream().map(RunRecord::trial).toList();
        List<Trial> remaining =
                trials.stream().filter(trial -> !done.contains(trial)).toList();
        out.println(prepared.experiment().title());
        out.println(prepared.dataset().info().name() + ": " + prepared.beats());
        for (Trial trial : trials) {
            out.println((done.contains(trial) ? "  done     " : "  to run   ") + trial.inWords());
        }
        out.println(remaining.size() + " of " + trials.size() + " trials to run");
        if (!remaining.isEmpty()) {
            TimeEstimate estimate = run.estimate();
            estimate.probe(remaining, prepared.beats(), prepared.catalogue());
            estimate.of(remaining)
                    .ifPresent(time -> out.println("about " + Numbers.duration(time)
                            + ", estimated from earlier runs and small trial fits on this machine"));
        }
    }
}
