package org.beatbench.app.experiments;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Check;
import org.beatbench.audit.ProtocolAudit;

/** Audits as lines of text. */
final class AuditText {

    private AuditText() {}

    /** Such as {@code seed: FAIL, 76.4 % twins, as it is meant to}. */
    static String line(ProtocolAudit audit) {
        return audit.protocol() + ": " + audit.label() + (audit.failsAsMeant() ? ", as it is meant to" : "");
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
