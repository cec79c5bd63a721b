package org.beatbench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Attention;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.Saliency;
import org.beatbench.saliency.Window;
import org.junit.jupiter.api.Test;

class SaliencySectionTest {

    private static final List<Window> WINDOWS = List.of(new Window(0, 9), new Window(4, 13), new Window(8, 17));

    private final Comparison comparison = comparison(List.of("Good", "Bad"), List.of("fold-1", "fold-2"));
    private final Section section = new SaliencySection(comparison).section().orElseThrow();

    @Test
    void aComparisonInWhichNobodyWasAskedHasNoSuchSection() {
        List<Trial> trials = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1);
        Comparison unasked = Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> 0.9));
        assertThat(new SaliencySection(unasked).section()).isEmpty();
        assertThat(sections(ComparisonReport.of(unasked))).doesNotContain("saliency");
        assertThat(sections(ComparisonReport.of(comparison))).contains("saliency");
    }

    @Test
    void isSaidWhereTheLooksAtTheTestBeatsAreCounted() {
        assertThat(ComparisonReport.of(comparison).sections().get(0).blocks().toString())
                .contains("one by each trial, without labels; after each, some of the beats with stretches hidden");
    }

    @Test
    void showsTheMeanBeatOfEachClassOverAStripForEachClassifier() {
        Attention chart = chart(section);
        assertThat(chart.panels()).extracting(Attention.Panel::name).containsExactly("N", "V");
        assertThat(chart.names()).containsExactly("Good", "Bad");
        assertThat(chart.panels().get(0).trace().get(0))
                .as("of 30 beats at 1 and 60 beats at 0.5")
                .isCloseTo((30 + 60 * 0.5) / 90, within(1e-6));
        assertThat(chart.panels().get(0).trace()).as("as long as the longest").hasSize(3);
        assertThat(chart.panels().get(1).trace()).isEmpty();
        assertThat(figure(section).caption())
                .contains(
                        "N 90 and V has fewer than 20 in a test part, and no mean",
                        "a stretch of 9 samples",
                        "the square root of the drop");
    }

    @Test
    void drawsEachWindowAtItsMiddleAndAsWideAsItIsToTheNext() {
        Attention.Strip good = chart(section).panels().get(0).strips().get(0);
        assertThat(good.stretches()).extracting(Attention.Stretch::from).containsExactly(2.0, 6.0);
        assertThat(good.stretches()).extracting(Attention.Stretch::to).containsExactly(6.0, 10.0);
    }

    @Test
    void averagesOverTheBeatsOfAllFoldsAndEndsWhereFewGoOn() {
        List<Attention.Stretch> stretches =
                chart(section).panels().get(0).strips().get(0).stretches();
        assertThat(stretches).as("the third window is had by one beat of four").hasSize(2);
        assertThat(stretches.get(0).weight()).isCloseTo((0.1 + 0.3 + 0.1 + 0.3) / 4, within(1e-6));
        assertThat(stretches.get(1).weight()).isCloseTo((0.5 + 0.4 + 0.5 + 0.4) / 4, within(1e-6));
    }

    @Test
    void namesTheStretchThatCountsMost() {
        Table table = (Table) section.blocks().get(2);
        assertThat(table.rows().get(0))
                .extracting(cell -> cell.text())
                .containsExactly("Good", "N", "4", "2", "samples 4 to 12", "0.450", "0.325");
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1))
                .extracting(cell -> cell.text())
                .containsExactly("Good", "V", "2", "2", "nothing", "–", "−0.250");
    }

    @Test
    void moreClassifiersThanCanBeLookedAtAreInTheTableOnly() {
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "Number " + i).toList();
        Section crowded = new SaliencySection(comparison(many, List.of("fold-1")))
                .section()
                .orElseThrow();
        assertThat(chart(crowded).names()).hasSize(10);
        assertThat(figure(crowded).caption()).contains("the 10 classifiers with the highest macro-F1 of 13");
        assertThat(((Table) crowded.blocks().get(2)).rows()).hasSize(26);
    }

    private static Comparison comparison(List<String> labels, List<String> splits) {
        List<Trial> trials = SampleRuns.trials(labels, Map.of("patients", splits), 1);
        List<RunRecord> runs = new ArrayList<>();
        for (Trial trial : trials) {
            RunRecord plain = SampleRuns.completed(trial, trial.label().equals("Good") ? 0.9 : 0.4);
            Outcome.Completed completed = (Outcome.Completed) plain.outcome();
            runs.add(SampleRuns.run(
                    trial,
                    new Outcome.Completed(
                            completed.validation(),
                            completed.test(),
                            completed.costs(),
                            completed.temperature(),
                            completed.epochs(),
                            completed.disturbed(),
                            saliency(trial.split().equals("fold-1")))));
        }
        return Comparison.of(SampleRuns.plan(trials), runs);
    }

    private static Saliency saliency(boolean first) {
        return new Saliency(
                first ? WINDOWS : WINDOWS.subList(0, 2),
                List.of(
                        new OccludedBeat(1, 0, 0, 0.9f, first ? List.of(0.1f, 0.5f, 0.9f) : List.of(0.1f, 0.5f)),
                        new OccludedBeat(2, 0, 1, 0.9f, List.of(0.3f, 0.4f)),
                        new OccludedBeat(9, 2, 2, 0.9f, List.of(-0.25f))),
                List.of(new MeanBeat(0, first ? 30 : 60, Collections.nCopies(first ? 2 : 3, first ? 1f : 0.5f))));
    }

    private static List<String> sections(Report report) {
        return report.sections().stream().map(Section::id).toList();
    }

    private static Figure figure(Section section) {
        return (Figure) section.blocks().get(1);
    }

    private static Attention chart(Section section) {
        return (Attention) figure(section).chart();
    }
}
