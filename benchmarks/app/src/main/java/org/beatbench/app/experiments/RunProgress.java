package org.beatbench.app.experiments;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.beatbench.answers.Answers;
import org.beatbench.api.Epoch;
import org.beatbench.api.Provenance;
import org.beatbench.app.options.ProvenanceText;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.progress.FitProgress;
import org.beatbench.app.progress.TimeLeft;
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

/** Says on the terminal how an experiment goes: a line for each trial that ended, and a bar, or a line for each epoch, for the one that runs. */
final class RunProgress implements RunListener, AutoCloseable {

    private final PrintWriter out;
    private final TimeEstimate estimate;
    private final List<Trial> remaining = new ArrayList<>();
    private final Map<String, ClassSides> sides = new HashMap<>();
    private int all;
    private @Nullable BarProgress auditBar;
    private volatile @Nullable FitProgress current;

    /** Progress with the time left as the estimate tells, which learns from each trial. */
    RunProgress(PrintWriter out, TimeEstimate estimate) {
        this.out = out;
        this.estimate = estimate;
    }

    @Override
    public void prepared(Provenance provenance) {
        ProvenanceText.warnings(provenance).forEach(out::println);
    }

    @Override
    public void auditing(String stage, long done, long total) {
        BarProgress shown = auditBar == null ? BarProgress.named("Auditing") : auditBar;
        auditBar = shown;
        shown.advanced(stage, done, total);
    }

    @Override
    public void audited(List<ProtocolAudit> protocols) {
        closeAuditBar();
        boolean accepted = false;
        for (ProtocolAudit audit : protocols) {
            out.println("Audit of " + AuditText.line(audit));
            sides.put(audit.protocol(), audit.sides());
            audit.sides().sentences().forEach(sentence -> out.println("  " + sentence));
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
    public void planned(List<Trial> toRun, int whole) {
        all = whole;
        remaining.addAll(toRun);
        if (toRun.size() < whole) {
            out.println(whole - toRun.size() + " of " + whole + " trials are already done");
        }
    }

    @Override
    public void started(Trial trial) {
        current = FitProgress.named(place() + " " + trial.inWords() + timeLeft(), out);
    }

    @Override
    public void advanced(Trial trial, String stage, long done, long total) {
        FitProgress shown = current;
        if (shown != null) {
            shown.advanced(stage, done, total);
        }
    }

    @Override
    public void epoch(Trial trial, Epoch epoch) {
        FitProgress shown = current;
        if (shown != null) {
            shown.epoch(epoch);
        }
    }

    @Override
    public void stored(RunRecord run) {
        close();
        String line = place() + " " + run.trial().inWords() + ": " + text(run);
        remaining.remove(run.trial());
        estimate.learn(run);
        out.println(line + timeLeft());
        out.flush();
    }

    @Override
    public void close() {
        closeAuditBar();
        FitProgress shown = current;
        if (shown != null) {
            shown.close();
            current = null;
        }
    }

    private String place() {
        return "[" + (all - remaining.size() + 1) + "/" + all + "]";
    }

    private String timeLeft() {
        return remaining.isEmpty()
                ? ""
                : estimate.of(remaining).map(TimeLeft::text).orElse("");
    }

    private String text(RunRecord run) {
        Outcome outcome = run.outcome();
        if (outcome instanceof Outcome.Completed completed) {
            Answers scored = completed
                    .test()
                    .without(Protocols.of(run.trial().protocolId()).unscored());
            OptionalDouble both = sides.getOrDefault(run.trial().protocolId(), ClassSides.BOTH)
                    .macroF1OfBoth(ConfusionMatrix.of(scored));
            String beside = both.isPresent()
                    ? " (" + Numbers.score(both.getAsDouble()) + " over the classes of both sides)"
                    : "";
            String score = Quality.MACRO_F1.of(scored).stream()
                    .mapToObj(value -> "macro-F1 " + Numbers.score(value) + beside + ", ")
                    .findFirst()
                    .orElse("");
            return score + "fit " + Numbers.duration(completed.costs().fit()) + ", test "
                    + Numbers.duration(completed.costs().wholeTest());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "FAILED in " + failed.stage() + ": " + failed.message();
        }
        return "STOPPED: it " + ((Outcome.Stopped) outcome).reason();
    }
}
