package org.beatbench.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.api.Selection;
import org.beatbench.audit.Auditor;
import org.beatbench.audit.Audits;
import org.beatbench.audit.SplitAudit;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;

/** Audits the splits that trials are to be run on, each once, however many trials share it. */
public final class AuditRound {

    private AuditRound() {}

    /**
     * Audits those splits of the trials that are not audited yet, or were when less, or more, was known of whose the records are.
     *
     * @param beats the data set of the trials, in each form that they use
     * @param provenance how they came to be
     * @param known audits there are
     * @param threads how many threads to use
     * @throws CancelledException if the user stops it
     * @throws IOException if beats cannot be loaded
     */
    public static List<SplitAudit> of(
            List<Trial> trials,
            TrialBeats beats,
            Provenance provenance,
            Audits known,
            int threads,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        Map<String, Trial> missing = new LinkedHashMap<>();
        trials.stream()
                .filter(trial -> known.find(trial)
                        .filter(audit -> audit.takesRecordsForSubjects() == provenance.takesRecordsForSubjects())
                        .isEmpty())
                .forEach(trial -> missing.putIfAbsent(SplitAudit.key(trial), trial));
        List<SplitAudit> audits = new ArrayList<>();
        if (missing.isEmpty()) {
            return audits;
        }
        progress.advanced("audit", 0, missing.size());
        Splits splits = new Splits(beats.first());
        // Form by form, so that no more than one of them need be in memory beside the first.
        Map<DatasetUse, List<Trial>> byForm = new LinkedHashMap<>();
        missing.values().forEach(trial -> byForm.computeIfAbsent(trial.dataset(), form -> new ArrayList<>())
                .add(trial));
        for (Map.Entry<DatasetUse, List<Trial>> form : byForm.entrySet()) {
            Auditor auditor = Auditor.of(beats.of(form.getKey()), provenance.takesRecordsForSubjects(), threads);
            for (Trial trial : form.getValue()) {
                Split split = splits.of(trial);
                Selection learned = split.trainingAndValidation();
                Protocol protocol = Protocols.of(trial.protocolId());
                audits.add(new SplitAudit(
                        SplitAudit.key(trial),
                        trial.protocolId(),
                        trial.split(),
                        trial.seed(),
                        learned.size(),
                        split.test().size(),
                        isOfFirst(trial, beats)
                                ? auditor.checks(protocol, split, splits.allOf(trial), cancellation)
                                : auditor.formChecks(protocol, split)));
                progress.advanced("audit", audits.size(), missing.size());
            }
        }
        return audits;
    }

    /** The beats of another form are those of the first, which are compared with one another there. */
    private static boolean isOfFirst(Trial trial, TrialBeats beats) {
        return trial.dataset().fingerprint().equals(beats.firstFingerprint());
    }
}
