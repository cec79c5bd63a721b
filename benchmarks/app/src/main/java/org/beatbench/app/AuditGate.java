package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.audit.AuditFile;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.audit.SplitAudit;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.AuditRound;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.FolderStore;

/** Has the splits of trials audited before anything is trained on them, and stays shut where they leak unexpectedly. */
final class AuditGate {

    private final FolderStore store;
    private final List<Trial> trials;
    private final PrintWriter out;

    /**
     * A gate for trials.
     *
     * @param store where audits are kept, so that no split is audited twice
     */
    AuditGate(FolderStore store, List<Trial> trials, PrintWriter out) {
        this.store = store;
        this.trials = trials;
        this.out = out;
    }

    /**
     * Audits what was not audited yet, stores it, and says what came of each protocol.
     *
     * @param acceptLeaks whether the user wants to go on whatever comes of it, which is recorded
     * @return whether to go on
     */
    boolean opens(Beats beats, int threads, boolean acceptLeaks, Cancellation cancellation) throws IOException {
        Audits audits = audited(beats, threads, cancellation);
        List<SplitAudit> unexpected = trials.stream()
                .filter(trial -> !Protocols.of(trial.protocolId()).leaks())
                .flatMap(trial -> audits.find(trial).stream())
                .filter(split -> split.verdict() == AuditVerdict.FAIL)
                .distinct()
                .toList();
        if (acceptLeaks && !unexpected.isEmpty()) {
            AuditFile.write(audits.accepting(unexpected), store);
        }
        for (ProtocolAudit audit : AuditText.of(audits, trials, List.of())) {
            out.println("Audit of " + AuditText.line(audit));
            if (isUnexpected(audit)) {
                AuditText.failures(audit).forEach(out::println);
            }
        }
        if (unexpected.isEmpty()) {
            return true;
        }
        out.println(
                acceptLeaks
                        ? "Going on, because --accept-leaks was given; the report will say so."
                        : "Nothing was trained: figures measured on such a split mean something else than they seem to."
                                + " Mend the data, take other protocols (--only), or go on with --accept-leaks, which the"
                                + " report will show.");
        return acceptLeaks;
    }

    private static boolean isUnexpected(ProtocolAudit audit) {
        return audit.verdict() == AuditVerdict.FAIL
                && !Protocols.of(audit.protocol()).leaks();
    }

    private Audits audited(Beats beats, int threads, Cancellation cancellation) throws IOException {
        Audits known = AuditFile.read(store);
        List<SplitAudit> added;
        try (Bar bar = Bar.named("Auditing")) {
            added = AuditRound.of(trials, beats, known, threads, bar, cancellation);
        }
        if (added.isEmpty()) {
            return known;
        }
        Audits all = known.with(added);
        AuditFile.write(all, store);
        return all;
    }
}
