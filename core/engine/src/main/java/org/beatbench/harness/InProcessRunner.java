package org.beatbench.harness;

import java.time.Instant;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Trial;
import org.beatbench.plugins.Catalogue;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Runs trials inside this program: for tests and debugging, since trials share one heap and one warmed-up compiler, and no
 * limit is enforced.
 */
public final class InProcessRunner implements TrialRunner {

    private final TrialBeats beats;
    private final Splits splits;
    private final Catalogue catalogue;
    private final PerturbedBeats perturbedBeats;
    private final String isolation;

    /** A runner for trials of one data set, which finds its recordings here. */
    public InProcessRunner(TrialBeats beats, Catalogue catalogue, RunFolders folders) {
        this(beats, catalogue, folders, Environment.SHARED_PROCESS);
    }

    InProcessRunner(TrialBeats beats, Catalogue catalogue, RunFolders folders, String isolation) {
        this.beats = beats;
        this.splits = new Splits(beats.first());
        this.catalogue = catalogue;
        this.perturbedBeats = new PerturbedBeats(beats, catalogue, folders.data());
        this.isolation = isolation;
    }

    @Override
    public RunRecord run(Trial trial, Progress progress, Cancellation cancellation) {
        Instant started = Instant.now();
        Outcome outcome =
                new TrialExecution(trial, beats, splits, catalogue, perturbedBeats, progress, cancellation).outcome();
        return new RunRecord(trial, outcome, Machine.environment(isolation), started);
    }
}
