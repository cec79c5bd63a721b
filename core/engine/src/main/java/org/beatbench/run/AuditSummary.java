package org.beatbench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.audit.AuditFile;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.audit.SplitAudit;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Entry;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.NamedSettings;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.AuditRound;
import org.beatbench.harness.Planner;
import org.beatbench.harness.RunFolders;
import org.beatbench.harness.RunLock;
import org.beatbench.harness.TrialBeats;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.FolderStore;

/**
 * What the audits of all splits of an experiment, or of a data set, come to.
 *
 * @param title what was audited
 * @param protocols what came of each protocol
 * @param doNotFit protocols that cannot divide the data set, and why
 */
public record AuditSummary(String title, List<ProtocolAudit> protocols, Map<String, String> doNotFit) {

    /** The worst of all. */
    public AuditVerdict verdict() {
        return AuditVerdict.worst(protocols.stream().map(ProtocolAudit::verdict).toList());
    }

    /**
     * Audits the splits of an experiment that were not audited yet, and keeps what comes of it beside the experiment's results,
     * where runs and reports find it.
     *
     * @param wanted ids of protocols; all of the experiment if there are none
     * @param folder of the results; need not exist
     */
    public static AuditSummary ofExperiment(
            PreparedExperiment prepared, List<String> wanted, Path folder, Progress progress, Cancellation cancellation)
            throws IOException {
        List<Trial> trials = under(wanted, prepared.trials());
        Audits known = AuditFile.read(FolderStore.at(folder));
        List<SplitAudit> added = AuditRound.of(
                trials,
                prepared.trialBeats(),
                prepared.provenance(),
                known,
                prepared.experiment().limits().threads(),
                progress,
                cancellation);
        if (!added.isEmpty()) {
            store(added, folder, prepared.command());
        }
        return new AuditSummary(
                prepared.experiment().title(),
                known.with(added).byProtocol(trials, FolderStore.at(folder).all(prepared.trials())),
                Map.of());
    }

    @SuppressWarnings("try") // the lock is held, not used
    private static void store(List<SplitAudit> added, Path folder, String command) throws IOException {
        FolderStore store = FolderStore.open(folder);
        try (RunLock writing = RunLock.ofStore(folder, command)) {
            AuditFile.write(AuditFile.read(store).with(added), store);
        }
    }

    /**
     * Audits the splits of a data set; nothing is stored.
     *
     * @param folders where the data set is
     * @param beats those of the data set with these settings
     * @param provenance how they came to be
     * @param wanted ids of protocols; all that fit the data set if there are none
     */
    public static AuditSummary ofDataset(
            Catalogue catalogue,
            RunFolders folders,
            KnownDataset<?> dataset,
            Map<String, String> settings,
            Beats beats,
            Provenance provenance,
            List<String> wanted,
            long seed,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        DatasetUse use = dataset.use(settings, beats);
        NamedSettings choice = new NamedSettings(dataset.info().id(), new TreeMap<>(settings));
        List<Trial> trials = new ArrayList<>();
        Map<String, String> doNotFit = new LinkedHashMap<>();
        for (String protocol : wanted.isEmpty() ? all() : wanted) {
            try {
                trials.addAll(new Planner(onlyToDivide(choice, protocol, seed), catalogue).trials(beats, List.of(use)));
            } catch (UserError e) {
                if (!wanted.isEmpty()) {
                    throw e;
                }
                doNotFit.put(protocol, String.valueOf(e.getMessage()));
            }
        }
        List<SplitAudit> audits = AuditRound.of(
                trials,
                TrialBeats.of(catalogue, folders, use, beats),
                provenance,
                Audits.NONE,
                Runtime.getRuntime().availableProcessors(),
                progress,
                cancellation);
        return new AuditSummary(
                dataset.info().name(), Audits.NONE.with(audits).byProtocol(trials, List.of()), doNotFit);
    }

    private static List<String> all() {
        return Protocols.all().stream()
                .filter(protocol -> !protocol.needsExperiment())
                .map(Protocol::id)
                .toList();
    }

    /** An experiment for the sake of its splits, with the classifier that asks least of them. */
    private static Experiment onlyToDivide(NamedSettings dataset, String protocol, long seed) {
        return new Experiment(
                "audit",
                "Audit",
                dataset,
                List.of(),
                List.of(protocol),
                List.of(new Entry("", new NamedSettings(Canaries.IDS.get(0), Map.of()), "none")),
                List.of(seed),
                Limits.defaults(),
                false,
                "",
                Map.of());
    }

    private static List<Trial> under(List<String> wanted, List<Trial> trials) {
        Set<String> planned = new TreeSet<>();
        trials.forEach(trial -> planned.add(trial.protocolId()));
        for (String protocol : wanted) {
            if (!planned.contains(protocol)) {
                throw DidYouMean.unknown("protocol of this experiment", protocol, planned);
            }
        }
        return trials.stream()
                .filter(trial -> wanted.isEmpty() || wanted.contains(trial.protocolId()))
                .toList();
    }
}
