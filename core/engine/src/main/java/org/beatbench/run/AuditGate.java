package org.beatbench.run;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.audit.AuditFile;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.SplitAudit;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.AuditRound;
import org.beatbench.harness.TrialBeats;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.FolderStore;

/** Has the splits of trials audited before anything is trained on them, and says whether they leak unexpectedly. */
final class AuditGate {

    private final FolderStore store;
    private final List<Trial> trials;

    /**
     * A gate for trials.
     *
     * @param store where audits are kept, so that no split is audited twice
     */
    AuditGate(FolderStore store, List<Trial> trials) {
        this.store = store;
        this.trials = trials;
    }

    /**
     * Audits what was not audited yet, and stores it.
     *
     * @param acceptLeaks whether the user wants to go on whatever comes of it, which is recorded
     */
    AuditJudgement judge(
            TrialBeats beats,
            Provenance provenance,
            int threads,
            boolean acceptLeaks,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        Audits known = AuditFile.read(store);
        List<SplitAudit> added = AuditRound.of(trials, beats, provenance, known, threads, progress, cancellation);
        Audits audits = known.with(added);
        List<SplitAudit> unexpected = unexpected(audits);
        boolean accepted = acceptLeaks && !unexpected.isEmpty();
        if (accepted) {
            audits = audits.accepting(unexpected);
        }
        if (accepted || !added.isEmpty()) {
            AuditFile.write(audits, store);
        }
        return new AuditJudgement(audits.byProtocol(trials, List.of()), !unexpected.isEmpty(), accepted);
    }

    private List<SplitAudit> unexpected(Audits audits) {
        return trials.stream()
                .filter(trial -> !Protocols.of(trial.protocolId()).leaks())
                .flatMap(trial -> audits.find(trial).stream())
                .filter(split -> split.verdict() == AuditVerdict.FAIL)
                .distinct()
                .toList();
    }
}
