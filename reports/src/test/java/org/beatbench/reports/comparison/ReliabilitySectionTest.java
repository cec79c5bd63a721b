package org.beatbench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Estimate;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ReliabilitySectionTest {

    private final Comparison comparison = comparison(List.of("Good", "Bad"));
    private final Section section = new ReliabilitySection(comparison).section();

    @Test
    void hasATableForEachProtocolAndTwoFiguresForTheStrictest() {
        assertThat(tables())
                .extracting(Table::title)
                .containsExactly(
                        "Reliability under De Chazal, DS1 to DS2 (ds1-ds2)",
                        "Reliability under Random by beat (beats)");
        assertThat(section.blocks().stream().flatMap(block -> block.figures().stream()))
                .extracting(Figure::id)
                .containsExactly("reliability-curves", "risk-coverage");
    }

    @Test
    void thePartsOfTheBrierScoreAddUpToIt() {
        for (Table table : tables()) {
            assertThat(table.rows())
                    .allSatisfy(row -> assertThat(value(row, 3) - value(row, 4) + value(row, 5) + value(row, 6))
                            .isCloseTo(value(row, 2), within(1e-12)));
        }
        Score good = comparison.score("Good", Protocols.of("ds1-ds2")).orElseThrow();
        assertThat(value(tables().get(0).rows().get(0), 2))
                .isCloseTo(good.quality(Quality.BRIER).orElseThrow(), within(1e-12));
    }

    @Test
    void theCalibrationErrorHasAnIntervalThatHoldsIt() {
        Score good = comparison.score("Good", Protocols.of("ds1-ds2")).orElseThrow();
        Estimate error = good.calibrationError().orElseThrow();
        assertThat(error.value()).isEqualTo(good.quality(Quality.ECE).orElseThrow());
        assertThat(error.low()).isLessThanOrEqualTo(error.value());
        assertThat(error.high()).isGreaterThanOrEqualTo(error.value());
        assertThat(tables().get(0).rows().get(0).get(1).detail()).startsWith("[");
        assertThat(ResultsTable.of(comparison).rows())
                .filteredOn(row -> row.get(7).equals("ece") && row.get(6).equals("all"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.get(10)).isNotEmpty());
    }

    @Test
    void pointsLieWhereConfidenceAndAccuracyOfTheirBinMeet() {
        Diagonal diagonal = (Diagonal) chart("reliability-curves");
        Diagonal.Line good = diagonal.lines().get(0);
        assertThat(good.name()).isEqualTo("Good");
        assertThat(good.points()).hasSize(15);
        assertThat(good.points()).allSatisfy(point -> {
            assertThat(point.said()).isBetween(0.4, 0.95);
            assertThat(point.came().low()).isLessThanOrEqualTo(point.came().high());
        });
        double accuracy = good.points().stream()
                .mapToDouble(point -> point.came().value())
                .average()
                .orElseThrow();
        assertThat(accuracy)
                .isCloseTo(
                        comparison
                                .score("Good", Protocols.of("ds1-ds2"))
                                .orElseThrow()
                                .accuracy()
                                .orElseThrow()
                                .value(),
                        within(.02));
    }

    @Test
    void theRiskOfAllBeatsIsTheShareOfWrongAnswers() {
        Curves curves = (Curves) chart("risk-coverage");
        Curves.Point last = curves.curves().get(0).points().get(99);
        assertThat(last.x()).isEqualTo(1);
        assertThat(last.y().value())
                .isEqualTo(value(tables().get(0).rows().get(0), 9))
                .isCloseTo(
                        1
                                - comparison
                                        .score("Good", Protocols.of("ds1-ds2"))
                                        .orElseThrow()
                                        .accuracy()
                                        .orElseThrow()
                                        .value(),
                        within(1e-12));
    }

    @Test
    void temperaturesStandBesideWhatTheyWereMeantToMend() {
        List<Trial> trials = new ArrayList<>();
        List<RunRecord> runs = new ArrayList<>();
        double temperature = 0.5;
        for (Trial trial :
                SampleRuns.trials(List.of("Plain", "Calibrated"), Map.of("patients", List.of("a", "b")), 1)) {
            boolean plain = trial.label().equals("Plain");
            Trial run = plain ? trial : SampleRuns.calibrated(trial);
            trials.add(run);
            temperature += 0.5;
            runs.add(plain ? SampleRuns.completed(run, 0.7) : SampleRuns.calibrated(run, 0.7, temperature));
        }
        Comparison mixed = Comparison.of(SampleRuns.plan(trials), runs);
        Table table = (Table) new ReliabilitySection(mixed).section().blocks().get(3);
        assertThat(table.columns().get(1).title()).isEqualTo("Temperature");
        assertThat(table.rows())
                .extracting(row -> row.get(0).text() + " " + row.get(1).text() + " "
                        + row.get(1).detail())
                .containsExactlyInAnyOrder("Plain – ", "Calibrated 2.25 2 to 2.5");
        assertThat(tables())
                .allSatisfy(other -> assertThat(other.columns().get(1).title()).isEqualTo("ECE"));
        assertThat(ResultsTable.of(mixed).rows())
                .filteredOn(row -> row.get(7).equals("temperature"))
                .extracting(row -> row.get(1) + " " + row.get(9))
                .containsExactly("Calibrated 2.0", "Calibrated 2.5");
    }

    @Test
    void figuresShowNoMoreThanCanBeToldApart() {
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "Number " + i).toList();
        Section crowded = new ReliabilitySection(comparison(many)).section();
        Figure first = crowded.blocks().stream()
                .flatMap(block -> block.figures().stream())
                .findFirst()
                .orElseThrow();
        assertThat(((Diagonal) first.chart()).lines()).hasSize(10);
        assertThat(crowded.toString()).contains("the 10 classifiers with the highest macro-F1 of 13");
        assertThat(section.toString()).doesNotContain("with the highest macro-F1 of");
    }

    private static Comparison comparison(List<String> labels) {
        List<Trial> trials =
                SampleRuns.trials(labels, Map.of("beats", List.of("whole"), "ds1-ds2", List.of("whole")), 1);
        return Comparison.of(
                SampleRuns.plan(trials),
                SampleRuns.runs(trials, trial -> trial.label().equals("Good") ? 0.9 : 0.4));
    }

    private Chart chart(String id) {
        return section.blocks().stream()
                .flatMap(block -> block.figures().stream())
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow()
                .chart();
    }

    private List<Table> tables() {
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static double value(List<Cell> row, int column) {
        return row.get(column).value();
    }
}
