package org.beatbench.reports.sections.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.beatbench.answers.Answers;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.AddedNoise;
import org.beatbench.api.perturbation.Noise;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.comparison.export.SchemaCheck;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.robustness.PerturbationLadder;
import org.junit.jupiter.api.Test;

class RobustnessSectionTest {

    private static final Map<String, List<String>> PROTOCOLS = new LinkedHashMap<>();

    static {
        PROTOCOLS.put("copies", List.of("whole"));
        PROTOCOLS.put("beats", List.of("whole"));
        PROTOCOLS.put("patients", List.of("fold-1", "fold-2"));
    }

    private static final List<RunRecord> RUNS = runs();
    private static final Report REPORT = report(RUNS);

    /** The network suffers from noise, and most from muscles; the tree from nothing; a canary is there. */
    private static List<RunRecord> runs() {
        List<Trial> trials = new ArrayList<>(SampleRuns.trials(List.of("Network", "Tree"), PROTOCOLS, 1, 2));
        trials.addAll(SampleRuns.canary("canary-length", "Length alone", PROTOCOLS));
        return SampleRuns.runs(trials, trial -> right(trial.label())).stream()
                .map(run -> SampleRuns.disturbed(run, step -> right(run.trial().label(), step)))
                .toList();
    }

    private static double right(String label) {
        return label.equals("Network") ? 0.95 : label.equals("Tree") ? 0.8 : 0.3;
    }

    private static double right(String label, Perturbation step) {
        if (label.equals("Network") && step instanceof AddedNoise noise) {
            double cost = noise.noise() == Noise.MUSCLE_NOISE ? 0.8 : 0.3;
            return right(label) - cost * (24 - noise.decibels()) / 24;
        }
        return right(label);
    }

    private static Report report(List<RunRecord> runs) {
        return ComparisonReport.of(comparison(runs));
    }

    private static Comparison comparison(List<RunRecord> runs) {
        return Comparison.of(SampleRuns.plan(runs.stream().map(RunRecord::trial).toList()), runs);
    }

    private static Optional<Section> robustness(Report report) {
        return report.sections().stream()
                .filter(section -> section.id().equals("robustness"))
                .findFirst();
    }

    private List<Block> blocks() {
        return robustness(REPORT).orElseThrow().blocks();
    }

    private List<Table> tables() {
        return blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private List<Figure> figures() {
        return blocks().stream().flatMap(block -> block.figures().stream()).toList();
    }

    @Test
    void isNotThereWhereNobodyAskedForIt() {
        List<RunRecord> usual = RUNS.stream()
                .map(run -> {
                    Outcome.Completed completed = (Outcome.Completed) run.outcome();
                    return SampleRuns.run(
                            run.trial(),
                            new Outcome.Completed(completed.validation(), completed.test(), completed.costs()));
                })
                .toList();

        assertThat(robustness(report(usual))).isEmpty();
        assertThat(ResultsTable.of(comparison(usual)).csv()).doesNotContain("robustness");
    }

    @Test
    void showsEachKindUnderTheStrictestProtocolAndUnderBeatsOnOneScale() {
        assertThat(figures()).hasSize(2 * PerturbationLadder.kinds().size());
        assertThat(figures().get(0).id()).isEqualTo("robustness-patients-baseline-wander");
        assertThat(figures().get(7).id()).isEqualTo("robustness-beats-baseline-wander");
        List<Ladder> charts = figures().stream()
                .limit(7)
                .map(figure -> (Ladder) figure.chart())
                .toList();
        assertThat(charts).extracting(Ladder::least).containsOnly(charts.get(0).least());
        assertThat(charts).extracting(Ladder::most).containsOnly(charts.get(0).most());
        assertThat(charts.get(2).steps()).containsExactly("none", "18 dB", "12 dB", "6 dB", "0 dB");
        assertThat(charts.get(6).steps()).containsExactly("none", "± 16 ms", "± 40 ms", "± 80 ms");
        assertThat(charts.get(2).lines()).extracting(Ladder.Line::name).containsExactly("Network", "Tree");
        List<Double> fall = charts.get(2).lines().get(0).rungs().stream()
                .map(rung -> rung.estimate().value())
                .toList();
        assertThat(fall).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void startsFromTheScoreOfTheSameBeatsUndisturbed() {
        List<Answers> same = RUNS.stream()
                .filter(run -> run.trial().label().equals("Network")
                        && run.trial().protocolId().equals("patients"))
                .map(run -> ((Outcome.Completed) run.outcome()).test())
                .map(test -> test.select(Selection.where(test.size(), answer -> answer % 3 == 0)))
                .toList();
        double expected = ConfusionMatrix.of(same.stream().reduce(Answers::and).orElseThrow())
                .macroF1()
                .orElseThrow();

        Ladder chart = (Ladder) figures().get(0).chart();
        assertThat(chart.lines().get(0).rungs().get(0).estimate().value()).isEqualTo(expected);
        assertThat(tables().get(0).rows().get(0).get(1).value()).isEqualTo(expected);
    }

    @Test
    void saysWhatCostsMostAndWhoLosesLeast() {
        String summary = blocks().stream()
                .filter(Prose.class::isInstance)
                .map(block -> ((Prose) block).text())
                .filter(text -> text.startsWith("On "))
                .findFirst()
                .orElseThrow();

        assertThat(summary)
                .contains("On new patients (5 folds): ")
                .contains("muscle noise, 0 dB: ", "2 classifiers", "\u2212")
                .containsPattern(" Tree \\(.* from 0\\..*\\) loses least, and Network \\(.*\\) most");
    }

    @Test
    void whoKnowsNothingIsNotPraisedForLosingNothing() {
        List<Trial> trials = new ArrayList<>(SampleRuns.trials(List.of("Network", "Tree", "Dice"), PROTOCOLS, 1));
        trials.addAll(SampleRuns.canary("canary-prior", "Class by chance", PROTOCOLS));
        trials.addAll(SampleRuns.canary("canary-twin", "Twin finder", PROTOCOLS));
        ToDoubleFunction<String> right = label -> label.equals("Dice")
                ? 0.1
                : label.equals("Twin finder") ? 0.99 : label.equals("Tree") ? 0.8 : right(label);
        String text = robustness(report(SampleRuns.runs(trials, trial -> right.applyAsDouble(trial.label())).stream()
                        .map(run -> SampleRuns.disturbed(
                                run,
                                step -> run.trial().label().equals("Dice")
                                        ? 0.1
                                        : right(run.trial().label(), step) - 0.05))
                        .toList()))
                .orElseThrow()
                .blocks()
                .toString();

        assertThat(text)
                .containsPattern(
                        "Of those that are above the canaries that know no shape, .* Tree \\(.*\\) loses least")
                .doesNotContainPattern("Dice \\([^)]*\\) loses");
    }

    @Test
    void givesTheDropWithItsIntervalAndTheCanariesBelow() {
        Table table = tables().get(0);

        assertThat(table.columns()).hasSize(2 + PerturbationLadder.kinds().size() + 1);
        assertThat(table.columns().get(4).title()).isEqualTo("Muscle noise, 0 dB");
        assertThat(table.rows())
                .extracting(row -> row.get(0).text())
                .containsExactly("Network", "Tree", "Length alone");
        assertThat(table.rows().get(2)).allMatch(cell -> cell.emphasis() == Cell.Emphasis.REFERENCE);
        Cell drop = table.rows().get(0).get(4);
        assertThat(drop.value()).isLessThan(-0.4);
        assertThat(drop.text()).startsWith("\u2212");
        assertThat(drop.detail()).startsWith("[\u2212").endsWith("]");
        assertThat(table.note()).contains("n = 334 ", "10 subjects", "2 seeds", "bootstrap over subjects");
        assertThat(tables().get(2).note()).contains("over single beats, which is too narrow for new patients");
    }

    @Test
    void givesEveryStrengthForEveryClassifier() {
        Table every = tables().get(1);

        assertThat(every.rows()).hasSize(1 + PerturbationLadder.STEPS.size());
        Cell undisturbed = every.rows().get(0).get(2);
        for (List<Cell> row : every.rows()) {
            Cell cell = row.get(2);
            if (!cell.detail().isEmpty()) {
                double change = Double.parseDouble(cell.detail().replace('\u2212', '-'));
                assertThat(cell.value() - undisturbed.value()).isCloseTo(change, within(6e-4));
            }
        }
    }

    @Test
    void isInTheNumbersForPrograms() {
        String csv = ResultsTable.of(comparison(RUNS)).csv();

        SchemaCheck.assertFits(ResultsTable.schema(), csv);
        assertThat(csv.lines().filter(line -> line.contains(",all,robustness,")))
                .hasSize(3 * 3 * (1 + PerturbationLadder.STEPS.size()));
        assertThat(csv).contains(",fold-2,robustness,undisturbed,", ",whole,robustness,muscle-noise@0dB,");
    }

    @Test
    void leavesOutWhoWasNotAsked() {
        List<RunRecord> some = new ArrayList<>(RUNS);
        some.replaceAll(run -> {
            Outcome.Completed completed = (Outcome.Completed) run.outcome();
            return run.trial().label().equals("Tree")
                    ? SampleRuns.run(
                            run.trial(),
                            new Outcome.Completed(completed.validation(), completed.test(), completed.costs()))
                    : run;
        });
        Section section = robustness(report(some)).orElseThrow();

        assertThat(section.blocks().toString()).doesNotContain("Tree").contains("there the macro-F1 changes by");
    }

    @Test
    void isSaidWhereTheLooksAtTheTestBeatsAreCounted() {
        assertThat(REPORT.sections().stream()
                        .filter(section -> section.id().equals("run"))
                        .toList()
                        .toString())
                .contains(
                        "one by each trial, without labels; then some of the beats again, one by one to be timed, as disturbed");
    }

    @Test
    void canBeShown() {
        assertThat(new HtmlRenderer().html(REPORT)).contains("id=\"robustness\"");
    }
}
