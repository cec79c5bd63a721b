package org.beatbench.reports.sections.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
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
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Hue;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ReliabilitySectionTest {

    private final Comparison comparison = comparison(List.of("Good", "Bad"));
    private final Section section = new ReliabilitySection(comparison).section();

    @Test
    void hasATableForEachProtocolAndFiguresForTheStrictest() {
        assertThat(tables())
                .extracting(Table::title)
                .containsExactly("Reliability on new patients (DS1 → DS2)", "Reliability on the same patients");
        assertThat(section.blocks().stream().flatMap(block -> block.figures().stream()))
                .extracting(Figure::id)
                .containsExactly("reliability-curves", "risk-coverage", "confidence-boxes");
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
        Estimate error = good.estimate(Quality.ECE).orElseThrow();
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
    void boxesPartTheConfidencesOfRightAndWrongAnswers() {
        Boxes boxes = (Boxes) chart("confidence-boxes");
        assertThat(boxes.rows()).extracting(Boxes.Row::name).containsExactly("Good", "Bad");
        Score good = comparison.score("Good", Protocols.of("ds1-ds2")).orElseThrow();
        Boxes.Box right = boxes.rows().get(0).box("answered rightly").orElseThrow();
        Boxes.Box wrong = boxes.rows().get(0).box("answered wrongly").orElseThrow();
        assertThat(right.count()).isEqualTo(good.confusion().correct());
        assertThat(right.count() + wrong.count())
                .as("beats that the protocol does not score are in neither")
                .isEqualTo(good.confusion().total())
                .isEqualTo(420);
        assertThat(List.of(right, wrong)).allSatisfy(box -> {
            assertThat(box.low()).isBetween(0.4, 0.46);
            assertThat(box.high()).isBetween(0.89, 0.95);
        });
    }

    @Test
    void boxesHaveTheQuantilesOfTheProbabilityOfTheClassDecidedFor() {
        float[] right = {0.875f, 0.625f, 0.75f, 0.5f, 1f};
        Figure figure = boxes(right, new float[] {0.5f});
        assertThat(figure.chart().data().csv()).isEqualTo("""
                row,box,count,low,lower quartile,median,upper quartile,high
                One,answered rightly,5,0.525,0.625,0.75,0.875,0.975
                One,answered wrongly,1,0.5,0.5,0.5,0.5,0.5
                """);
        assertThat(figure.caption())
                .contains("5\u202f% and the 95\u202f% quantile", "its lower box lies well left of the upper one")
                .doesNotContain("there is no such box");
        assertThat(figure.alternative()).endsWith("One 75.0\u202f% and 50.0\u202f%.");
    }

    @Test
    void whoIsNeverWrongHasNoBoxForThatAndIsNamed() {
        Figure figure = boxes(new float[] {0.75f}, new float[0]);
        Boxes.Row only = ((Boxes) figure.chart()).rows().get(0);
        assertThat(only.boxes()).hasSize(1);
        assertThat(only.box("answered rightly").orElseThrow())
                .isEqualTo(new Boxes.Box("answered rightly", Hue.ofLayer(1), 1, 0.75, 0.75, 0.75, 0.75, 0.75));
        assertThat(figure.caption()).contains("No answer of One is wrong, so there is no such box.");
        assertThat(figure.alternative()).endsWith("One 75.0\u202f% and none.");
        assertThat(boxes(new float[0], new float[] {0.75f}).caption())
                .contains("No answer of One is right, so there is no such box.");
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
        Table table = (Table) new ReliabilitySection(mixed).section().blocks().get(4);
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
        Figure boxes = crowded.blocks().stream()
                .flatMap(block -> block.figures().stream())
                .filter(figure -> figure.id().equals("confidence-boxes"))
                .findFirst()
                .orElseThrow();
        assertThat(((Boxes) boxes.chart()).rows()).hasSize(12);
        assertThat(boxes.caption()).contains("best 12 of 13 ");
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

    /** Of one classifier that was right and wrong with these probabilities. */
    private static Figure boxes(float[] right, float[] wrong) {
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(5);
        for (int i = 0; i < right.length + wrong.length; i++) {
            float sure = i < right.length ? right[i] : wrong[i - right.length];
            float[] row = new float[5];
            row[i < right.length ? 0 : 1] = sure;
            row[2] = 1 - sure;
            beats.add(new AnsweredBeat(i, "s0", "s0", i, 0));
            probabilities.add(row);
        }
        Answers answers = Answers.of(SampleRuns.CLASSES, beats, Predictions.of(probabilities.build()));
        Trial trial = SampleRuns.trial("One", "beats", "whole", 1, Map.of());
        Outcome.Completed any =
                (Outcome.Completed) SampleRuns.completed(trial, 1).outcome();
        Comparison one = Comparison.of(
                SampleRuns.plan(List.of(trial)),
                List.of(SampleRuns.run(trial, new Outcome.Completed(answers.none(), answers, any.costs()))));
        return new ConfidenceBoxes(one).figure(Protocols.of("beats"));
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
