package org.beatbench.reports.sections.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.api.Epoch;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class LearningSectionTest {

    private static final Map<String, List<String>> PROTOCOLS = new LinkedHashMap<>();

    static {
        PROTOCOLS.put("copies", List.of("whole"));
        PROTOCOLS.put("beats", List.of("whole"));
        PROTOCOLS.put("patients", List.of("fold-1", "fold-2"));
    }

    private final List<Trial> trials = SampleRuns.trials(List.of("Network", "Tree"), PROTOCOLS, 1);

    /** All trials complete; those of the network with epochs, of which there are 10 or 20, as if stopped early. */
    private List<RunRecord> runs() {
        return SampleRuns.runs(trials, trial -> 0.8).stream()
                .map(run -> run.trial().label().equals("Network")
                        ? SampleRuns.learning(
                                run,
                                run.trial().split().equals("fold-2")
                                        ? SampleRuns.epochs(20, 12, 30)
                                        : SampleRuns.epochs(10, 6, 30))
                        : run)
                .toList();
    }

    private Report report(List<RunRecord> runs) {
        return ComparisonReport.of(Comparison.of(SampleRuns.plan(trials), runs));
    }

    private static Optional<Section> learning(Report report) {
        return report.sections().stream()
                .filter(section -> section.id().equals("learning"))
                .findFirst();
    }

    private static List<Figure> figures(Report report) {
        return learning(report).orElseThrow().blocks().stream()
                .flatMap(block -> block.figures().stream())
                .toList();
    }

    private static Table table(Report report) {
        return learning(report).orElseThrow().blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The runs, that of the network's first fold ended like this. */
    private List<RunRecord> withFirstFold(Outcome outcome) {
        List<RunRecord> runs = new ArrayList<>(runs());
        runs.replaceAll(run ->
                run.trial().label().equals("Network") && run.trial().split().equals("fold-1")
                        ? SampleRuns.run(run.trial(), outcome)
                        : run);
        return runs;
    }

    @Test
    void isThereOnlyWhereSomebodyLearnsInEpochs() {
        assertThat(learning(report(SampleRuns.runs(trials, trial -> 0.8)))).isEmpty();
        assertThat(learning(report(List.of()))).isEmpty();
        assertThat(learning(report(runs()))).isPresent();
    }

    @Test
    void drawsLossAndAccuracyUnderTheStrictestProtocolAndByBeats() {
        assertThat(figures(report(runs())))
                .extracting(Figure::id)
                .containsExactly(
                        "learning-loss-patients-0",
                        "learning-accuracy-patients-0",
                        "learning-loss-beats-0",
                        "learning-accuracy-beats-0");
    }

    @Test
    void drawsWhatWasToldOfTheFirstRunAndMarksItsBestEpoch() {
        Curves accuracy = (Curves) figures(report(runs())).get(1).chart();
        List<Epoch> epochs = SampleRuns.epochs(10, 6, 30);

        assertThat(accuracy.curves())
                .extracting(Curves.Curve::name)
                .containsExactly("training accuracy", "validation accuracy", "validation macro-F1");
        assertThat(accuracy.curves().get(2).points())
                .extracting(point -> point.y().value())
                .containsExactlyElementsOf(
                        epochs.stream().map(Epoch::validationMacroF1).toList());
        assertThat(accuracy.curves().get(2).points())
                .extracting(Curves.Point::x)
                .startsWith(1.0, 2.0)
                .endsWith(10.0);
        assertThat(accuracy.marks()).containsExactly(new Curves.Mark(6, "best: epoch 6"));
        assertThat(figures(report(runs())).get(1).caption())
                .isEqualTo("Split fold-1, seed 1: 10 epochs of 30 planned.");
    }

    @Test
    void countsTheEpochsOfAllRunsOfARow() {
        List<List<String>> rows = table(report(runs())).rows().stream()
                .map(row -> row.stream()
                        .map(cell -> (cell.text() + " " + cell.detail()).strip().replace('\u202f', ' '))
                        .toList())
                .toList();

        assertThat(rows)
                .containsExactly(
                        List.of(
                                "Network",
                                "New patients (5 folds)",
                                "2",
                                "15 [10–20]",
                                "9 [6–12]",
                                "0.840",
                                "0.25",
                                "0.218",
                                "18.5 s",
                                "4 310"),
                        List.of(
                                "Network",
                                "Same patients",
                                "1",
                                "10",
                                "6",
                                "0.840",
                                "0.25",
                                "0.218",
                                "18.5 s",
                                "4 310"));
    }

    @Test
    void showsHowATrialThatDidNotCompleteHadLearnt() {
        Report stopped = report(withFirstFold(new Outcome.Stopped("took too long", SampleRuns.epochs(4, 4, 30))));

        assertThat(figures(stopped).get(0).caption()).startsWith("Split fold-2, seed 1: 20 epochs of 30");
        assertThat(table(stopped).rows().get(0).get(2).text()).isEqualTo("2");

        List<RunRecord> first = withFirstFold(new Outcome.Failed("fit", "no", "trace", SampleRuns.epochs(4, 4, 30)));
        first.removeIf(run -> run.trial().split().equals("fold-2"));

        assertThat(figures(report(first)).get(0).caption())
                .isEqualTo("Split fold-1, seed 1: 4 epochs of 30 planned. The trial failed in fit.");
    }

    @Test
    void leavesOutWhatIsNoNumberAndSaysSo() {
        List<Epoch> diverged = List.of(epoch(1, 0.7), epoch(2, Double.POSITIVE_INFINITY), epoch(3, Double.NaN));
        List<RunRecord> runs = withFirstFold(new Outcome.Stopped("took too long", diverged));
        runs.removeIf(run -> !run.trial().split().equals("fold-1"));
        Report report = report(runs);
        List<Figure> figures = figures(report);

        assertThat(figures).as("no accuracy was measured").hasSize(1);
        assertThat(((Curves) figures.get(0).chart()).curves())
                .extracting(Curves.Curve::name)
                .containsExactly("training");
        assertThat(((Curves) figures.get(0).chart()).marks()).isEmpty();
        assertThat(figures.get(0).caption())
                .contains("Without a validation macro-F1 there is no best epoch.")
                .contains("The training loss of 2 epochs is not a finite number: the fit diverged.")
                .endsWith("The trial was stopped: it took too long.");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN").doesNotContain("Infinity");
    }

    private static Epoch epoch(int number, double loss) {
        return new Epoch(
                number,
                3,
                loss,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Duration.ofSeconds(1));
    }

    @Test
    void drawsNoCurveOfASingleEpoch() {
        List<RunRecord> runs = withFirstFold(new Outcome.Stopped("took too long", SampleRuns.epochs(1, 1, 30)));
        runs.removeIf(run -> !run.trial().split().equals("fold-1"));

        assertThat(figures(report(runs))).isEmpty();
        assertThat(table(report(runs)).rows()).hasSize(1);
    }

    @Test
    void staysBoundedWithManyClassifiers() {
        List<String> labels =
                IntStream.range(0, 13).mapToObj(i -> "Network " + i).toList();
        List<Trial> many = SampleRuns.trials(labels, Map.of("beats", List.of("whole")), 1);
        List<RunRecord> runs = SampleRuns.runs(many, trial -> 0.8).stream()
                .map(run -> SampleRuns.learning(run, SampleRuns.epochs(3, 2, 3)))
                .toList();
        Report report = ComparisonReport.of(Comparison.of(SampleRuns.plan(many), runs));

        assertThat(figures(report)).hasSize(24);
        assertThat(table(report).rows()).hasSize(13);
    }
}
