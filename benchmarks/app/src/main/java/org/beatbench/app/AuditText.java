package org.beatbench.app;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.Check;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.RunRecord;

/** Audits as lines of text. */
final class AuditText {

    private AuditText() {}

    /** The audit of each protocol of some trials, in their order. */
    static List<ProtocolAudit> of(Audits audits, List<Trial> trials, List<RunRecord> runs) {
        return trials.stream()
                .map(Trial::protocolId)
                .distinct()
                .flatMap(protocol -> audits.of(protocol, trials, runs).stream())
                .toList();
    }

    /** Such as {@code seed: FAIL, 76.4 % twins, as it is meant to}. */
    static String line(ProtocolAudit audit) {
        boolean meant = audit.verdict() == AuditVerdict.FAIL
                && Protocols.of(audit.protocol()).leaks();
        return audit.protocol() + ": " + audit.label() + (meant ? ", as it is meant to" : "");
    }

    /** Every check, with its evidence. */
    static List<String> checks(ProtocolAudit audit) {
        return lines(audit.findings().stream());
    }

    /** The checks that failed. */
    static List<String> failures(ProtocolAudit audit) {
        return lines(audit.findings().stream().filter(finding -> finding.check().verdict() == AuditVerdict.FAIL));
    }

    private static List<String> lines(Stream<ProtocolAudit.Finding> findings) {
        return findings.map(AuditText::line).toList();
    }

    private static String line(ProtocolAudit.Finding finding) {
        Check check = finding.check();
        boolean isOfOneSplit =
                check.verdict() != AuditVerdict.PASS && !finding.place().isEmpty();
        return "  " + check.verdict() + "  " + check.title() + (isOfOneSplit ? ", " + finding.place() : "") + ": "
                + check.evidence();
    }
}
