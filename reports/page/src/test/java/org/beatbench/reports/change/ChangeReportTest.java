package org.beatbench.reports.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.change.Condition;
import org.beatbench.comparison.change.PublishedSide;
import org.beatbench.comparison.change.Side;
import org.beatbench.comparison.change.StoredSide;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Figure;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class ChangeReportTest {

    private static final List<Trial> TRIALS = trials();

    private static List<Trial> trials() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("beats", List.of("whole"));
        protocols.put("ds1-ds2", List.of("whole"));
        return SampleRuns.trials(List.of("Better", "Worse", "Same"), protocols, 1);
    }

    private static Comparison comparison(Map<String, Double> right) {
        return Comparison.of(
                SampleRuns.plan(TRIALS), SampleRuns.runs(TRIALS, trial -> right.getOrDefault(trial.label(), 0.8)));
    }

    private static final Side BEFORE = new StoredSide("before", comparison(Map.of("Better", 0.4, "Worse", 0.95)));
    private static final Comparison AFTER = comparison(Map.of("Better", 0.95, "Worse", 0.4));

    private static Report report(Side after, String... conditions) {
        Changes changes = Changes.of(BEFORE, after, false);
        return ChangeReport.of(
                changes,
                Set.of("macro-f1", "accuracy"),
                Condition.of(List.of(conditions), changes),
                "beatbench compare before after --out page");
    }

    private static String verdict(Report report) {
        return ((Prose) report.sections().get(0).blocks().get(0)).text();
    }

    @Test
    void saysWhoIsBetterAndWorseBeyondAnInterval() {
        Report report = report(new StoredSide("after", AFTER));

        assertThat(verdict(report))
                .matches(
                        "On new patients \\(DS1 → DS2\\), the strictest protocol that both completed, the macro-F1 is higher in B for Better"
                                + " \\(\\+0\\.\\d{3}\\), is lower in B for Worse \\(−0\\.\\d{3}\\) and may be the same for Same\\.");
        assertThat(report.sections())
                .extracting(Section::id)
                .containsExactly("verdict", "protocol-ds1-ds2", "protocol-beats", "method");
        assertThat(new MarkdownRenderer().render(report))
                .contains("| Better | macro-f1 |", "| Same | accuracy |", "over subjects", "over single beats")
                .contains("beatbench compare before after --out page", "not adjusted for the number of differences")
                .doesNotContain("| brier |");
    }

    @Test
    void drawsEveryDifferenceBesideNone() {
        Report report = report(new StoredSide("after", AFTER));
        Figure figure = report.figures().get(0);
        Strips strips = (Strips) figure.chart();

        assertThat(figure.id()).isEqualTo("changes-ds1-ds2");
        assertThat(figure.alternative()).isEqualTo("3 classifiers, of which 2 with an interval that leaves out 0.");
        assertThat(strips.strips())
                .extracting(Strips.Strip::name)
                .containsExactly("no difference", "Better", "Worse", "Same");
        assertThat(strips.strips().get(1).mark().low()).isPositive();
        assertThat(strips.strips().get(2).mark().high()).isNegative();
        assertThat(report.figures()).extracting(Figure::title).contains("B less A: F1 of V on the same patients");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void saysThatNumbersAloneHaveNoIntervals() {
        Report report = report(
                PublishedSide.of("after.csv", List.of(), ResultsTable.of(AFTER).csv()));

        assertThat(verdict(report))
                .contains(
                        "the macro-F1 differs for Better (+0.", "without an interval that would tell it from chance.");
        assertThat(new MarkdownRenderer().render(report))
                .contains(
                        "> **Mind:** differences have no intervals",
                        "numbers without answers",
                        "its data are not known");
    }

    @Test
    void namesTheConditionsThatHold() {
        assertThat(new MarkdownRenderer()
                        .render(report(
                                new StoredSide("after", AFTER), "Worse.macro-f1 < -0.1", "Better@beats.accuracy < 0")))
                .contains("**Condition Worse.macro-f1 \\< -0.1**: HOLDS for Worse on new patients (DS1 → DS2)")
                .contains("**Condition Better@beats.accuracy \\< 0**: does not hold");
    }

    @Test
    void keepsEveryNumberUnrounded() {
        Changes changes = Changes.of(BEFORE, new StoredSide("after", AFTER), false);
        assertThat(changes.data().rows()).hasSameSizeAs(changes.all());
        Change first = changes.all().get(0);
        assertThat(changes.data().csv())
                .startsWith("protocol,classifier,id,metric,unit,a,b,difference,low,high\n")
                .contains(String.join(
                        ",",
                        first.protocol(),
                        first.classifier(),
                        first.id(),
                        first.measure(),
                        "share",
                        Double.toString(first.first()),
                        Double.toString(first.second())));
    }
}
