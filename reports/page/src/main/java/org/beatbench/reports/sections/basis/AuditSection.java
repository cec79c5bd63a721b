package org.beatbench.reports.sections.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.audit.ProtocolAudit.Finding;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;

/** Whether test beats may have been known before the test, with the evidence. */
public final class AuditSection {

    private final Comparison comparison;

    public AuditSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>(List.of(Prose.normal(
                "Before anything was trained, the two sides of every split were compared: the rows that a model may"
                        + " learn from or choose by, and the test rows. FAIL means that figures measured on the split are not what"
                        + " they seem to be, WARN that something must be known when they are read. An audit finds what leaves a"
                        + " mark on the rows, and nothing else.")));
        List<Protocol> protocols = comparison.planned();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            Protocol protocol = protocols.get(i);
            Optional<ProtocolAudit> audit = comparison.audit(protocol);
            blocks.add(
                    audit.isPresent()
                            ? table(protocol, audit.get())
                            : Prose.warning("the splits of " + ComparisonPhrases.of(protocol)
                                    + " were not audited. beatbench audit "
                                    + comparison.plan().experiment() + " audits them; then make the report again."));
        }
        return new Section("audit", "Audit", blocks);
    }

    private static Table table(Protocol protocol, ProtocolAudit audit) {
        String meant = protocol.leaks() ? " This protocol exists to show what that mistake is worth." : "";
        String accepted = audit.accepted() ? " It was run all the same, with --accept-leaks." : "";
        return new Table(
                ComparisonPhrases.of(protocol) + ": " + audit.label(),
                Phrases.counted(audit.splits(), "split", "splits") + " audited"
                        + (audit.splits() > 1 ? "; of each check the worst is shown, or the first of equals." : ".")
                        + meant + accepted,
                List.of(Column.text("Check"), Column.text("Verdict"), Column.text("Evidence")),
                audit.findings().stream().map(AuditSection::row).toList());
    }

    private static List<Cell> row(Finding finding) {
        AuditVerdict verdict = finding.check().verdict();
        Cell cell = Cell.text(verdict.name());
        return List.of(
                Cell.text(finding.check().title()),
                verdict == AuditVerdict.PASS ? cell : cell.with(Cell.Emphasis.DOUBTFUL),
                Cell.text((finding.place().isEmpty() ? "" : "On " + finding.place() + ": ")
                        + finding.check().evidence()));
    }
}
