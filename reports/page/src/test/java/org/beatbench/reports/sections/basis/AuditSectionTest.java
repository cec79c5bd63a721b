package org.beatbench.reports.sections.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.SplitAudit;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Choice;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.comparison.ComparisonReport;
import org.junit.jupiter.api.Test;

/** What the audits found stands wherever the numbers do. */
class AuditSectionTest {

    private final List<Trial> trials = SampleRuns.trials(
            List.of("Good", "Bad"),
            Map.of("copies", List.of("whole"), "beats", List.of("whole"), "patients", List.of("fold-1", "fold-2")),
            1);

    private final Audits audits = SampleRuns.audits(trials, trial -> switch (trial.protocolId()) {
        case "copies" -> SampleRuns.check(AuditVerdict.FAIL, "76.4 % twins");
        case "beats" -> SampleRuns.check(AuditVerdict.WARN, "10 of 10 subjects on both sides");
        default -> SampleRuns.check(AuditVerdict.PASS, "");
    });

    private Report report(Audits known) {
        return ComparisonReport.of(
                Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> 0.7), known));
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Table> tables(Section section) {
        return section.blocks().stream()
                .flatMap(block -> block.tables().stream())
                .toList();
    }

    @Test
    void everyTableOfFiguresNamesTheVerdictOfItsProtocol() {
        Report report = report(audits);
        assertThat(tables(section(report, "ranking")))
                .extracting(Table::note)
                .satisfiesExactly(
                        note -> assertThat(note).contains("; audit: PASS. "),
                        note -> assertThat(note).contains("; audit: WARN. "),
                        note -> assertThat(note).contains("; audit: FAIL. "));
        assertThat(tables(section(report, "costs")))
                .allMatch(table -> table.note().endsWith("; audit: PASS."));
        List<String> verdicts = List.of("PASS", "WARN, 10 of 10 subjects on both sides", "FAIL, 76.4 % twins");
        List<Table> scores = tables(section(report, "scores"));
        assertThat(scores).hasSize(9);
        for (int table = 0; table < scores.size(); table++) {
            assertThat(scores.get(table).note()).contains("; audit: " + verdicts.get(table / 3) + ".");
        }
        assertThat(((Choice) section(report, "confusions").blocks().get(0))
                        .options()
                        .get(2)
                        .blocks()
                        .get(0))
                .isEqualTo(Prose.normal("With copies of the test beats; audit: FAIL, 76.4 % twins:"));
    }

    @Test
    void theBannerNamesAllVerdictsAndTheSectionTheEvidence() {
        Report report = report(audits);
        assertThat(section(report, "run").blocks().toString())
                .contains(
                        "with copies of the test beats: FAIL, 76.4 % twins; same patients: WARN, 10 of 10 subjects on both sides; new patients (5 folds): PASS");
        List<Table> tables = tables(section(report, "audit"));
        assertThat(tables)
                .extracting(Table::title)
                .containsExactly(
                        "New patients (5 folds): PASS",
                        "Same patients: WARN, 10 of 10 subjects on both sides",
                        "With copies of the test beats: FAIL, 76.4 % twins");
        assertThat(tables.get(0).note()).startsWith("2 splits audited; of each check the worst");
        assertThat(tables.get(2).note()).contains("exists to show what that mistake is worth");
        assertThat(tables.get(2).rows().get(0))
                .extracting(Cell::text)
                .containsExactly("Identical rows", "FAIL", "All rows were compared.");
        assertThat(tables.get(2).rows())
                .extracting(row -> row.get(0).text())
                .as("what the stored runs tell is part of it")
                .endsWith("Looks and choices");
    }

    @Test
    void aFailureThatNobodyMeantIsWarnedOfAndWhoAcceptedItIsSaid() {
        Audits failed = SampleRuns.audits(trials, trial -> SampleRuns.check(AuditVerdict.FAIL, "3 near copies"));
        assertThat(warnings(report(failed)))
                .anyMatch(text -> text.startsWith("on the same patients, the audit failed: 3 near copies.")
                        && !text.contains("--accept-leaks"))
                .noneMatch(text -> text.startsWith("with copies of the test beats, the audit failed"));
        List<SplitAudit> beats = failed.splits().stream()
                .filter(split -> split.protocol().equals("beats"))
                .toList();
        Report accepted = report(failed.accepting(beats));
        assertThat(warnings(accepted)).anyMatch(text -> text.contains("with --accept-leaks"));
        assertThat(tables(section(accepted, "scores")).get(3).note())
                .contains("; audit: FAIL, 3 near copies, leaks accepted.");
    }

    @Test
    void whatWasNotAuditedIsSaidToBeSo() {
        Report report = report(Audits.NONE);
        assertThat(tables(section(report, "scores")))
                .allMatch(table -> table.note().contains("; not audited."));
        assertThat(section(report, "run").blocks().toString())
                .contains("with copies of the test beats: not audited; same patients: not audited");
        assertThat(section(report, "audit").blocks())
                .filteredOn(Prose.class::isInstance)
                .extracting(Block::toString)
                .anyMatch(text -> text.contains("beatbench audit sample audits them"));
    }

    private static List<String> warnings(Report report) {
        return section(report, "verdict").blocks().stream()
                .filter(Prose.class::isInstance)
                .map(block -> ((Prose) block).text())
                .toList();
    }
}
