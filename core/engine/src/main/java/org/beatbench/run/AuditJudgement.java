package org.beatbench.run;

import java.util.List;
import org.beatbench.audit.ProtocolAudit;

/**
 * What the audits of the splits of a run say about going on.
 *
 * @param protocols the audit of each protocol, in the order of the plan
 * @param leaks whether a split leaks under a protocol that is not meant to
 * @param accepted whether the user goes on all the same
 */
public record AuditJudgement(List<ProtocolAudit> protocols, boolean leaks, boolean accepted) {

    public AuditJudgement {
        protocols = List.copyOf(protocols);
    }

    /** Whether trials may be run. */
    public boolean allows() {
        return !leaks || accepted;
    }
}
