package org.beatbench.reports.sections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

/** Canaries are shown beside the competitors and never among them. */
class YardstickNotesTest {

    private static final Map<String, List<String>> PROTOCOLS =
            Map.of("copies", List.of("whole"), "beats", List.of("whole"));

    private final List<Trial> trials = trials();

    private static List<Trial> trials() {
        List<Trial> trials = new ArrayList<>(SampleRuns.canary("canary-majority", "Majority class", PROTOCOLS));
        trials.addAll(SampleRuns.canary("canary-twin", "Twin finder", PROTOCOLS));
        trials.addAll(SampleRuns.trials(List.of("Good", "Bad"), PROTOCOLS, 1));
        return trials;
    }

    private Comparison comparison(double good, double bad) {
        return comparison(0.5, good, bad);
    }

    private Comparison comparison(double twin, double good, double bad) {
        Map<String, Double> right = Map.of("Majority class", 0.1, "Twin finder", twin, "Good", good, "Bad", bad);
        return Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> right.get(trial.label())));
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Table ranked(Comparison comparison) {
        return section(ComparisonReport.of(comparison), "scores")
                .blocks()
                .get(0)
                .tables()
                .get(0);
    }

    @Test
    void areNotSaidToHaveRunByThemselves() {
        assertThat(section(ComparisonReport.of(comparison(0.8, 0.3)), "run")
                        .blocks()
                        .toString())
                .contains("each in a process of its own, on 1 machine; canaries inside the program");
    }

    @Test
    void standBelowTheCompetitorsAndWithoutCosts() {
        Table ranked = ranked(comparison(0.8, 0.3));
        assertThat(ranked.rows())
                .extracting(row -> row.get(0).text())
                .containsExactly("Good", "Bad", "Twin finder", "Majority class");
        assertThat(ranked.rows().get(2)).allMatch(cell -> cell.emphasis() == Cell.Emphasis.REFERENCE);
        assertThat(ranked.rows().get(0)).noneMatch(cell -> cell.emphasis() == Cell.Emphasis.REFERENCE);
        int fit = ranked.columns().stream().map(Table.Column::title).toList().indexOf("Fit");
        assertThat(ranked.rows().get(2).get(fit).hasValue()).isFalse();
        assertThat(ranked.rows().get(1).get(fit).hasValue()).isTrue();
    }

    @Test
    void areNoCompetitors() {
        Comparison comparison = comparison(0.8, 0.3);
        assertThat(comparison.competitors()).containsExactly("Good", "Bad");
        assertThat(comparison.ranking(Protocols.of("beats")))
                .extracting(Score::competitor)
                .containsExactly("Good", "Bad");
        assertThat(ComparisonReport.of(comparison).subtitle()).startsWith("2 classifiers");
        assertThat(((Prose) section(ComparisonReport.of(comparison), "verdict")
                                .blocks()
                                .get(0))
                        .text())
                .contains("Good is best (macro-F1 ", "), above Bad (");
        assertThat(Colours.of(comparison, "Good")).isEqualTo(Hue.ofSeries(0));
    }

    @Test
    void whoDoesNotBeatThemIsNamed() {
        assertThat(ranked(comparison(0.8, 0.7)).note())
                .contains("In italics: canaries")
                .containsPattern(
                        "Every classifier has a higher macro-F1 than the best of them, Twin finder \\(0\\.\\d+\\)\\.");
        assertThat(ranked(comparison(0.8, 0.3)).note())
                .containsPattern("Bad does not beat the best of them, Twin finder");
        assertThat(ranked(comparison(0.2, 0.3)).note())
                .containsPattern("Bad and Good do not beat the best of them, Twin finder")
                .doesNotContain("ther classifier");
    }

    @Test
    void whoGivesTheSameAnswersIsNotBlamedForIt() {
        Comparison perfect = comparison(1, 0.2, 1);
        assertThat(ranked(perfect).note())
                .contains(
                        "Good does not beat the best of them, Twin finder (1.000). Bad gives the very answers of Twin finder.");

        Comparison alike = comparison(1, 1, 1);
        assertThat(ranked(alike).note()).contains("Good and Bad give the very answers of Twin finder.");
    }

    @Test
    void theVerdictTellsWhetherAnybodyBeatsThem() {
        String nobody = "None is above the answer of the nearest training beat";
        assertThat(headline(comparison(0.8, 0.3))).doesNotContain(nobody);
        assertThat(headline(comparison(0.2, 0.3))).contains(nobody);
    }

    @Test
    void theBestOfThemIsOneGreyLineOfTheLadder() {
        Ladder ladder = (Ladder) ((Figure) section(ComparisonReport.of(comparison(0.8, 0.3)), "optimism")
                        .blocks()
                        .get(0))
                .chart();
        assertThat(ladder.lines()).extracting(Ladder.Line::name).containsExactly("Good", "Bad", "best canary");
        assertThat(ladder.lines().get(2).hue()).isEqualTo(Hue.NEUTRAL);
        assertThat(ladder.lines().get(2).rungs()).hasSize(2);
    }

    @Test
    void standInItalicsInTextAndApartOnThePage() {
        Comparison comparison = comparison(0.8, 0.3);
        assertThat(new MarkdownRenderer().render(ComparisonReport.summary(comparison)))
                .containsSubsequence("| Good |", "| Bad |", "| *Twin finder* |", "| *Majority class* |");
        assertThat(new HtmlRenderer().html(ComparisonReport.of(comparison))).contains("<tr class=\"reference\">");
    }

    @Test
    void aloneTheyAreNoComparison() {
        List<Trial> alone = SampleRuns.canary("canary-twin", "Twin finder", PROTOCOLS);
        Comparison comparison = Comparison.of(SampleRuns.plan(alone), SampleRuns.runs(alone, trial -> 0.5));
        assertThat(comparison.isAnythingComplete()).isFalse();
        assertThat(((Prose) section(ComparisonReport.of(comparison), "verdict")
                                .blocks()
                                .get(0))
                        .text())
                .contains("Nothing can be said yet");
    }

    @Test
    void theirCostsAreInNoTable() {
        Comparison comparison = comparison(0.8, 0.3);
        assertThat(ResultsTable.of(comparison).rows())
                .filteredOn(row -> row.get(1).equals("Twin finder"))
                .extracting(row -> row.get(7))
                .contains("macro-f1", "optimism", "training-beats")
                .doesNotContain("fit-time", "model-size");
        List<RunRecord> inside = new ArrayList<>();
        SampleRuns.runs(trials, trial -> 0.5)
                .forEach(run ->
                        inside.add(run.trial().label().equals("Twin finder") ? SampleRuns.insideTheProgram(run) : run));
        assertThat(section(ComparisonReport.of(Comparison.of(SampleRuns.plan(trials), inside)), "cost")
                        .blocks())
                .noneMatch(Prose.class::isInstance);
    }

    private static String headline(Comparison comparison) {
        return ((Prose) section(ComparisonReport.of(comparison), "verdict")
                        .blocks()
                        .get(0))
                .text();
    }
}
