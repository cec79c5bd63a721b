package org.beatbench.audit;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.RunRecord;

/**
 * What the audits of all splits of a protocol come to together.
 *
 * @param protocol id of the protocol
 * @param splits number of splits audited, those of all seeds
 * @param findings for each check the worst that it came to
 * @param accepted whether the user went on although it failed
 * @param sides the classes that stand on one side only
 */
public record ProtocolAudit(String protocol, int splits, List<Finding> findings, boolean accepted, ClassSides sides) {

    public ProtocolAudit {
        findings = List.copyOf(findings);
    }

    /**
     * The worst that a check came to.
     *
     * @param check the first of the worst
     * @param place on which split and seed, empty if there is but one
     */
    public record Finding(Check check, String place) {}

    /**
     * Sums up audits.
     *
     * @param splits at least one
     * @param runs what is stored of trials under the protocol, by which looks and choices are judged; may be empty
     */
    static ProtocolAudit of(String protocol, List<SplitAudit> splits, List<RunRecord> runs, boolean accepted) {
        List<Finding> findings = new ArrayList<>();
        List<String> ids = splits.stream()
                .map(SplitAudit::checks)
                .flatMap(List::stream)
                .map(Check::id)
                .distinct()
                .toList();
        for (String id : ids) {
            List<SplitAudit> made =
                    splits.stream().filter(split -> split.check(id).isPresent()).toList();
            // max takes the last of equals, and the first split is to speak for the others
            SplitAudit worst = made.stream()
                    .reduce((one, other) -> verdict(other, id).compareTo(verdict(one, id)) > 0 ? other : one)
                    .orElseThrow();
            findings.add(new Finding(worst.check(id).orElseThrow(), splits.size() == 1 ? "" : place(worst)));
        }
        if (!runs.isEmpty()) {
            findings.add(new Finding(LooksAndChoices.check(runs), ""));
        }
        return new ProtocolAudit(protocol, splits.size(), findings, accepted, ClassSides.of(splits));
    }

    private static AuditVerdict verdict(SplitAudit split, String check) {
        return split.check(check).orElseThrow().verdict();
    }

    private static String place(SplitAudit split) {
        return split.split() + ", seed " + split.seed();
    }

    /** The worst of all. */
    public AuditVerdict verdict() {
        return AuditVerdict.worst(
                findings.stream().map(finding -> finding.check().verdict()).toList());
    }

    /** Whether it failed under a protocol that is meant to leak, which is what that protocol is for. */
    public boolean failsAsMeant() {
        return verdict() == AuditVerdict.FAIL && Protocols.of(protocol).leaks();
    }

    /** What the worst check found, in a few words: {@code 76.4 % twins}; empty if nothing was found. */
    public String reason() {
        AuditVerdict worst = verdict();
        return findings.stream()
                .map(Finding::check)
                .filter(check -> check.verdict() == worst)
                .map(Check::headline)
                .filter(headline -> !headline.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The verdict and why: {@code FAIL, 76.4 % twins}. */
    public String label() {
        return verdict() + (reason().isEmpty() ? "" : ", " + reason());
    }
}
