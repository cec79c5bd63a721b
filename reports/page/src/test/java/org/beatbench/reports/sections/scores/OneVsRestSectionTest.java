package org.beatbench.reports.sections.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Tradeoffs;
import org.beatbench.reports.sections.Colours;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class OneVsRestSectionTest {

    private final Comparison comparison = comparison(List.of("Good", "Bad"), "beats", "patients");
    private final Section section = new OneVsRestSection(comparison).section();

    @Test
    void hasTwoFiguresAndATableForEachProtocolTheStrictestFirst() {
        assertThat(figures(section))
                .extracting(Figure::id)
                .containsExactly("roc-patients", "precision-recall-patients", "roc-beats", "precision-recall-beats");
        assertThat(tables(section))
                .extracting(Table::title)
                .containsExactly(
                        "Areas under the curves, new patients (5 folds)", "Areas under the curves, same patients");
    }

    @Test
    void hasASquareForEachClassAndALineForEachClassifierInItsColour() {
        Tradeoffs roc = chart(section, "roc-patients");
        assertThat(roc.squares()).extracting(Tradeoffs.Square::name).containsExactlyElementsOf(SampleRuns.CLASSES);
        assertThat(roc.squares()).allSatisfy(square -> {
            assertThat(square.lines()).extracting(Tradeoffs.Line::name).containsExactly("Good", "Bad");
            assertThat(square.lines().get(1).hue()).isEqualTo(Colours.of(comparison, "Bad"));
            assertThat(square.lines().get(0).points())
                    .startsWith(new Tradeoffs.Point(0, 0))
                    .endsWith(new Tradeoffs.Point(1, 1));
        });
    }

    @Test
    void chanceIsTheShareOfTheClass() {
        Tradeoffs curves = chart(section, "precision-recall-patients");
        assertThat(curves.squares().get(1).chance())
                .containsExactly(new Tradeoffs.Point(0, 40 / 500.0), new Tradeoffs.Point(1, 40 / 500.0));
        assertThat(tables(section).get(0).note()).contains("N 0.600, S 0.080, V 0.120, F 0.040, Q 0.160");
    }

    @Test
    void theMeansAreTheMacroAveragesOfTheOtherTables() {
        Score good = comparison.score("Good", Protocols.of("patients")).orElseThrow();
        List<Cell> row = tables(section).get(0).rows().get(0);
        assertThat(row.get(0).text()).isEqualTo("Good");
        assertThat(row.get(11).value())
                .isCloseTo(good.quality(Quality.MACRO_AUROC).orElseThrow(), within(1e-12));
        assertThat(row.get(12).value())
                .isCloseTo(good.quality(Quality.MACRO_AUPRC).orElseThrow(), within(1e-12));
    }

    @Test
    void theAreasOfEachClassAreAmongTheResults() {
        assertThat(ResultsTable.of(comparison).rows())
                .filteredOn(row -> row.get(0).equals("patients") && row.get(7).equals("auprc"))
                .extracting(row -> row.get(1) + " " + row.get(6) + " " + row.get(8))
                .containsExactlyInAnyOrder(
                        "Good all N",
                        "Good all S",
                        "Good all V",
                        "Good all F",
                        "Good all Q",
                        "Bad all N",
                        "Bad all S",
                        "Bad all V",
                        "Bad all F",
                        "Bad all Q");
    }

    @Test
    void aClassWithoutBeatsIsNamedAndNotDrawn() {
        List<Trial> trials = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1);
        RunRecord whole = SampleRuns.completed(trials.get(0), 0.8);
        Outcome.Completed outcome = (Outcome.Completed) whole.outcome();
        Answers withoutF = outcome.test().without(Set.of("F"));
        RunRecord run =
                SampleRuns.run(trials.get(0), new Outcome.Completed(outcome.validation(), withoutF, outcome.costs()));
        Section partly = new OneVsRestSection(Comparison.of(SampleRuns.plan(trials), List.of(run))).section();
        assertThat(chart(partly, "roc-beats").squares())
                .extracting(Tradeoffs.Square::name)
                .containsExactly("N", "S", "V", "Q");
        assertThat(figures(partly).get(0).caption()).contains("no such beats or no others: F.");
        assertThat(tables(partly).get(0).rows().get(0).get(7).text()).isEqualTo("–");
    }

    @Test
    void whereNothingIsDefinedThereIsASentence() {
        List<Trial> trials = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1);
        RunRecord whole = SampleRuns.completed(trials.get(0), 0.8);
        Outcome.Completed outcome = (Outcome.Completed) whole.outcome();
        RunRecord run = SampleRuns.run(
                trials.get(0),
                new Outcome.Completed(
                        outcome.validation(), outcome.test().without(Set.of("S", "V", "F", "Q")), outcome.costs()));
        Section nothing = new OneVsRestSection(Comparison.of(SampleRuns.plan(trials), List.of(run))).section();
        assertThat(figures(nothing)).isEmpty();
        assertThat(nothing.toString()).contains("there is no curve: not one class has beats beside others");
    }

    @Test
    void manyClassifiersAndProtocolsAreNotAllDrawn() {
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "Number " + i).toList();
        Section crowded = new OneVsRestSection(
                        comparison(many, "copies", "beats", "patients", "patients-3", "patients-4", "ds1-ds2"))
                .section();
        assertThat(figures(crowded)).extracting(Figure::id).containsExactly("roc-ds1-ds2", "precision-recall-ds1-ds2");
        assertThat(chart(crowded, "roc-ds1-ds2").squares())
                .allSatisfy(square -> assertThat(square.lines()).hasSize(10));
        assertThat(figures(crowded).get(0).caption()).contains("10 classifiers", "of 13");
        assertThat(crowded.toString()).contains("too many to be shown");
        assertThat(tables(crowded)).hasSize(6).allSatisfy(table -> assertThat(table.rows())
                .hasSize(13));
    }

    private static Comparison comparison(List<String> labels, String... protocols) {
        Map<String, List<String>> splits = new LinkedHashMap<>();
        for (String protocol : protocols) {
            splits.put(protocol, List.of("whole"));
        }
        List<Trial> trials = SampleRuns.trials(labels, splits, 1);
        return Comparison.of(
                SampleRuns.plan(trials),
                SampleRuns.runs(trials, trial -> trial.label().equals("Good") ? 0.9 : 0.4));
    }

    private static Tradeoffs chart(Section section, String id) {
        return (Tradeoffs) figures(section).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow()
                .chart();
    }

    private static List<Figure> figures(Section section) {
        List<Figure> figures = new ArrayList<>();
        section.blocks().forEach(block -> figures.addAll(block.figures()));
        return figures;
    }

    private static List<Table> tables(Section section) {
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
