package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.beatbench.api.Cancellation;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.run.ExperimentRun;
import org.beatbench.run.PreparedExperiment;
import org.jspecify.annotations.Nullable;

/** Prints what a run would do, and about how long it would take. */
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

    void print(PrintWriter out, Screen screen, Cancellation cancellation) throws IOException {
        Map<Trial, Outcome> done = run.done().stream()
                .collect(Collectors.toMap(RunRecord::trial, RunRecord::outcome, (one, other) -> one));
        List<Trial> remaining =
                trials.stream().filter(trial -> !done.containsKey(trial)).toList();
        out.println(screen.paint(Ink.HEADING, prepared.experiment().title()));
        out.println(prepared.dataset().info().name() + ": " + prepared.beats());
        for (Trial trial : trials) {
            out.println(mark(done.get(trial), screen) + trial.inWords());
        }
        long failed = trials.stream()
                .map(done::get)
                .filter(ended -> ended != null && !(ended instanceof Outcome.Completed))
                .count();
        out.println(remaining.size() + " of " + trials.size() + " trials to run"
                + (failed == 0
                        ? ""
                        : "; " + Phrases.counted(failed, "failed trial is", "failed trials are")
                                + " kept as they are, unless --retry is added"));
        out.flush();
        if (!remaining.isEmpty()) {
            estimate(remaining, out, screen, cancellation);
        }
    }

    private static String mark(@Nullable Outcome ended, Screen screen) {
        if (ended == null) {
            return "  to run   ";
        }
        return ended instanceof Outcome.Completed
                ? screen.paint(Ink.GOOD, "  done     ")
                : screen.paint(Ink.BAD, ended instanceof Outcome.Failed ? "  failed   " : "  stopped  ");
    }

    private void estimate(List<Trial> remaining, PrintWriter out, Screen screen, Cancellation cancellation)
            throws IOException {
        TimeEstimate estimate = run.estimate(Map.of());
        List<Trial> unmeasured = estimate.unmeasured(remaining);
        if (!unmeasured.isEmpty() && !screen.draws() && !screen.isQuiet()) {
            out.println("Trying out " + Phrases.counted(unmeasured.size(), "classifier", "classifiers")
                    + " on a few beats, for an estimate: at most "
                    + Numbers.duration(TimeEstimate.LONGEST_PROBE.multipliedBy(unmeasured.size())) + " ...");
            out.flush();
        }
        try (BarProgress bar = BarProgress.named("Trying out, for an estimate", screen)) {
            estimate.probe(remaining, prepared.catalogue(), bar, cancellation);
        }
        List<String> silent =
                estimate.unmeasured(remaining).stream().map(Trial::label).toList();
        out.println(estimate.of(remaining).map(DryRun::about).orElse("Nobody knows how long that takes")
                + (silent.isEmpty()
                        ? ""
                        : "; a guess for " + String.join(", ", silent) + ", which did not get through a few beats in "
                                + Numbers.duration(TimeEstimate.LONGEST_PROBE)));
    }

    private static String about(Duration time) {
        return "about " + Numbers.duration(time) + ", estimated from earlier runs and small trial fits on this machine";
    }
}
