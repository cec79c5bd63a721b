package org.beatbench.app.experiments;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.answers.Answers;
import org.beatbench.api.Epoch;
import org.beatbench.api.Provenance;
import org.beatbench.app.options.ProvenanceText;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.progress.EpochText;
import org.beatbench.app.progress.RunBar;
import org.beatbench.app.progress.TimeLeft;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Screen;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.ClassSides;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.RunListener;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says on the terminal how an experiment goes: a line for each trial that ended, and one bar for the whole run, or, where output is
 * piped, a line for each epoch. A user who wants it quiet hears only of what went wrong.
 */
final class RunProgress implements RunListener, AutoCloseable {

    private final Screen screen;
    private final PrintWriter out;
    private final TimeEstimate estimate;
    private final List<Trial> remaining = new ArrayList<>();
    private final Map<String, ClassSides> sides = new HashMap<>();
    private int all;
    private Duration passed = Duration.ZERO;
    private int epochs;
    private boolean isRunning;
    private @Nullable BarProgress auditBar;
    private @Nullable RunBar bar;

    /** Progress with the time left as the estimate tells, which learns from each trial. */
    RunProgress(Screen screen, PrintWriter out, TimeEstimate estimate) {
        this.screen = screen;
        this.out = out;
        this.estimate = estimate;
    }

    /** What is kept if the run is stopped now. */
    synchronized String kept() {
        int done = all - remaining.size();
        return all == 0
                ? "Nothing was run yet."
                : done == 0 ? "No trial is done yet." : done + " of " + all + " trials are done and kept.";
    }

    @Override
    public void prepared(Provenance provenance) {
        ProvenanceText.warnings(provenance).forEach(out::println);
    }

    @Override
    public void auditing(String stage, long done, long total) {
        BarProgress shown = auditBar == null ? BarProgress.named("Auditing", screen) : auditBar;
        auditBar = shown;
        shown.advanced(stage, done, total);
    }

    @Override
    public void audited(List<ProtocolAudit> protocols) {
        closeAuditBar();
        boolean accepted = false;
        for (ProtocolAudit audit : protocols) {
            tell("Audit of " + AuditText.line(audit));
            sides.put(audit.protocol(), audit.sides());
            audit.sides().sentences().forEach(sentence -> tell("  " + sentence));
            if (audit.verdict() == AuditVerdict.FAIL && !audit.failsAsMeant()) {
                AuditText.failures(audit).forEach(out::println);
                accepted |= audit.accepted();
            }
        }
        if (accepted) {
            out.println("Going on, because --accept-leaks was given; the report will say so.");
        }
    }

    private void closeAuditBar() {
        if (auditBar != null) {
            auditBar.close();
            auditBar = null;
        }
    }

    @Override
    public synchronized void planned(List<Trial> toRun, int whole) {
        all = whole;
        remaining.addAll(toRun);
        if (toRun.size() < whole) {
            tell(whole - toRun.size() + " of " + whole + " trials are already done");
        }
        if (!toRun.isEmpty()) {
            bar = new RunBar(screen);
        }
    }

    @Override
    public synchronized void started(Trial trial) {
        isRunning = true;
        passed = Duration.ZERO;
        epochs = 0;
        if (bar != null) {
            bar.trial(
                    place() + " " + trial.inWords(),
                    (all - remaining.size()) / (double) all,
                    estimate.of(List.of(trial)),
                    estimate.of(remaining));
        }
    }

    @Override
    public synchronized void advanced(Trial trial, String stage, long done, long total) {
        if (bar != null && total == 0) {
            bar.stage(stage);
        }
    }

    @Override
    public synchronized void epoch(Trial trial, Epoch epoch) {
        if (!isRunning) {
            return;
        }
        passed = passed.plus(epoch.time());
        epochs++;
        Duration left = passed.dividedBy(epochs).multipliedBy(epoch.planned() - epoch.number());
        if (bar != null) {
            bar.epoch(EpochText.of(epoch), left);
        }
        if (!screen.draws()) {
            tell("  " + EpochText.of(epoch) + (left.isZero() ? "" : TimeLeft.text(left)));
        }
    }

    @Override
    public synchronized void stored(RunRecord run) {
        isRunning = false;
        String line = place() + " " + run.trial().inWords() + ": ";
        remaining.remove(run.trial());
        estimate.learn(run);
        if (run.outcome() instanceof Outcome.Completed completed) {
            tell(line + text(run.trial(), completed) + timeLeft());
        } else {
            screen.println(out, line + screen.paint(Ink.BAD, text(run.outcome())) + timeLeft());
        }
    }

    private void tell(String line) {
        if (!screen.isQuiet()) {
            screen.println(out, line);
        }
    }

    @Override
    public synchronized void close() {
        closeAuditBar();
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private String place() {
        return "[" + (all - remaining.size() + 1) + "/" + all + "]";
    }

    private String timeLeft() {
        Optional<Duration> left = remaining.isEmpty() ? Optional.empty() : estimate.of(remaining);
        return left.map(TimeLeft::text).orElse("");
    }

    private String text(Trial trial, Outcome.Completed completed) {
        Answers scored =
                completed.test().without(Protocols.of(trial.protocolId()).unscored());
        OptionalDouble both =
                sides.getOrDefault(trial.protocolId(), ClassSides.BOTH).macroF1OfBoth(ConfusionMatrix.of(scored));
        String beside =
                both.isPresent() ? " (" + Numbers.score(both.getAsDouble()) + " over the classes of both sides)" : "";
        String score = Quality.MACRO_F1.of(scored).stream()
                .mapToObj(value -> "macro-F1 " + Numbers.score(value) + beside + ", ")
                .findFirst()
                .orElse("");
        return score + "fit " + Numbers.duration(completed.costs().fit()) + ", test "
                + Numbers.duration(completed.costs().wholeTest());
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? "FAILED in " + failed.stage() + ": " + failed.message()
                : "STOPPED: it " + ((Outcome.Stopped) outcome).reason();
    }
}
