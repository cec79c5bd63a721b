package org.beatbench.reports.sections.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.junit.jupiter.api.Test;

class AamiSectionTest {

    private final List<Trial> trials = SampleRuns.trials(
            List.of("Good", "Bad"), Map.of("beats", List.of("whole"), "ds1-ds2", List.of("whole")), 1);
    private final Comparison comparison = Comparison.of(
            SampleRuns.plan(trials),
            SampleRuns.runs(trials, trial -> trial.label().equals("Good") ? 0.9 : 0.4));

    @Test
    void hasATableForEachProtocolTheStrictestFirst() {
        assertThat(tables(comparison))
                .extracting(Table::title)
                .containsExactly("AAMI view on new patients (DS1 → DS2)", "AAMI view on the same patients");
        assertThat(tables(comparison).get(0).rows())
                .extracting(row -> row.get(0).text() + " " + row.get(1).text())
                .containsExactly("Good gross", "Good average", "Bad gross", "Bad average");
        assertThat(tables(comparison).get(0).note())
                .startsWith("New patients (DS1 → DS2), n = 420 test beats of 10 subjects");
    }

    @Test
    void hasIntervalsForGrossFiguresAndRecordsForAverages() {
        List<List<Cell>> rows = tables(comparison).get(0).rows();
        assertThat(rows.get(0).subList(2, 10))
                .allSatisfy(cell -> assertThat(cell.detail()).matches("\\[.+–.+]"));
        assertThat(rows.get(1).get(2).emphasis()).as("average jκ").isEqualTo(Cell.Emphasis.MISSING);
        assertThat(rows.get(1).get(3).detail()).isEqualTo("of 10");
    }

    @Test
    void takesFiveClassesOnlyWhereTheyAreScored() {
        assertThat(tables(comparison).get(0).columns())
                .extracting(Table.Column::title)
                .containsExactly(
                        "Classifier",
                        "Count",
                        "jκ",
                        "SVEB Se",
                        "SVEB +P",
                        "SVEB FPR",
                        "VEB Se",
                        "VEB +P",
                        "VEB FPR",
                        "κ, 4 classes",
                        "j");
        assertThat(tables(comparison).get(1).columns())
                .extracting(Table.Column::title)
                .contains("κ, 5 classes");
    }

    @Test
    void averagesNothingWhereRecordsAreNotKnown() {
        Trial trial = SampleRuns.trial("Good", "beats", "whole", 1, Map.of());
        Answers unknown = Answers.of(
                SampleRuns.CLASSES,
                List.of(new AnsweredBeat(0, "", "", -1, 0), new AnsweredBeat(1, "", "", -1, 1)),
                Predictions.of(Rows.of(new float[] {1, 0, 0, 0, 0, 0, 1, 0, 0, 0}, 5)));
        Outcome.Completed some =
                (Outcome.Completed) SampleRuns.completed(trial, 0.5).outcome();
        Comparison without = Comparison.of(
                SampleRuns.plan(List.of(trial)),
                List.of(SampleRuns.run(trial, new Outcome.Completed(unknown.none(), unknown, some.costs()))));
        assertThat(tables(without).get(0).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(1).text()).isEqualTo("gross"))
                .satisfies(row -> assertThat(row.get(3).text()).startsWith("100.0"))
                .satisfies(row -> assertThat(row.get(6).emphasis()).isEqualTo(Cell.Emphasis.MISSING));
    }

    @Test
    void isLeftOutForBeatsOfOtherClasses() {
        Plan plan = SampleRuns.plan(trials);
        Plan other = new Plan(
                plan.experiment(),
                plan.title(),
                plan.command(),
                plan.commit(),
                plan.dataset(),
                plan.assumptions(),
                List.of("1", "2", "3", "4", "5"),
                plan.classCounts(),
                plan.subjects(),
                plan.rate(),
                plan.trials());
        assertThat(new AamiSection(Comparison.of(other, List.of())).section()).isEmpty();
    }

    @Test
    void everyFigureIsARowForAProgram() {
        List<List<String>> rows = ResultsTable.of(comparison).rows().stream()
                .filter(row -> row.get(7).startsWith("aami-"))
                .filter(row -> row.get(1).equals("Good") && row.get(0).equals("ds1-ds2"))
                .toList();
        assertThat(rows).allSatisfy(row -> assertThat(row.get(6)).isEqualTo("all"));
        assertThat(rows)
                .extracting(row -> row.get(7))
                .contains("aami-sveb-sensitivity", "aami-sveb-sensitivity-average", "aami-j-kappa")
                .doesNotContain("aami-j-kappa-average")
                .doesNotHaveDuplicates();
        assertThat(rows)
                .filteredOn(row -> row.get(7).equals("aami-j-kappa"))
                .singleElement()
                .satisfies(row ->
                        assertThat(Double.parseDouble(row.get(10))).isLessThanOrEqualTo(Double.parseDouble(row.get(9))))
                .satisfies(row -> assertThat(Double.parseDouble(row.get(11)))
                        .isGreaterThanOrEqualTo(Double.parseDouble(row.get(9))));
    }

    private static List<Table> tables(Comparison comparison) {
        Section section = new AamiSection(comparison).section().orElseThrow();
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
