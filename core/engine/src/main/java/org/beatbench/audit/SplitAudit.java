package org.beatbench.audit;

import java.util.List;
import java.util.Optional;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;

/**
 * What the audit of one split came to.
 *
 * @param key names the split: changes with the beats, the way they are divided, and the rules of the audit
 * @param protocol id of the protocol
 * @param split name of the split within the protocol
 * @param seed seed of the split
 * @param learned rows to learn from or choose by
 * @param test test rows
 * @param checks every check, in the order of a report
 */
public record SplitAudit(
        String key, String protocol, String split, long seed, int learned, int test, List<Check> checks) {

    private static final int KEY_LENGTH = 20;

    public SplitAudit {
        checks = List.copyOf(checks);
        protocol = Protocols.current(protocol);
    }

    /** The key of the audit of a trial's split; the same for all trials of it. */
    public static String key(Trial trial) {
        return key(trial.dataset().fingerprint(), trial.protocol(), trial.split(), trial.seed());
    }

    /**
     * The key of the audit of a split.
     *
     * @param fingerprint of the beats
     * @param protocol id and version
     */
    public static String key(String fingerprint, String protocol, String split, long seed) {
        String all =
                String.join("\n", Auditor.VERSION, fingerprint, Protocols.inKeys(protocol), split, Long.toString(seed));
        return new Hash().add(all).hex().substring(0, KEY_LENGTH);
    }

    /** Whether records stood for people when it was made, since nothing told whose they were. */
    public boolean takesRecordsForSubjects() {
        return checks.stream().anyMatch(SharedSubjects::tookRecordsForSubjects);
    }

    /** One of the checks; empty if it was not made, since it had nothing to say. */
    Optional<Check> check(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The worst of the checks. */
    public AuditVerdict verdict() {
        return AuditVerdict.worst(checks.stream().map(Check::verdict).toList());
    }
}
