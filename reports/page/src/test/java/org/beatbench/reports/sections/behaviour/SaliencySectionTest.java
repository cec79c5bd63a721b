package org.beatbench.reports.sections.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.Saliency;
import org.beatbench.saliency.SaliencyInquiry;
import org.beatbench.saliency.Window;
import org.junit.jupiter.api.Test;

class SaliencySectionTest {

    private static final List<Window> WINDOWS = List.of(new Window(0, 9), new Window(4, 13), new Window(8, 17));

    private final Comparison comparison = comparison(List.of("Good", "Bad"), List.of("fold-1", "fold-2"));
    private final Section section =
            new SaliencySection(comparison, Optional.empty()).section().orElseThrow();

    @Test
    void aComparisonInWhichNobodyWasAskedHasNoSuchSection() {
        List<Trial> trials = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1);
        Comparison unasked = Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> 0.9));
        assertThat(new SaliencySection(unasked, Optional.empty()).section()).isEmpty();
        assertThat(sections(ComparisonReport.of(unasked))).doesNotContain("saliency");
        assertThat(sections(ComparisonReport.of(comparison))).contains("saliency");
    }

    @Test
    void isSaidWhereTheLooksAtTheTestBeatsAreCounted() {
        assertThat(ComparisonReport.of(comparison).sections().stream()
                        .filter(section -> section.id().equals("run"))
                        .toList()
                        .toString())
                .contains(
                        "one by each trial, without labels; then some of the beats again, one by one to be timed, with");
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
                .containsExactly("Good", "N", "4", "2", "samples 4 to 12", "0.450", "nothing", "–", "0.325");
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1))
                .extracting(cell -> cell.text())
                .containsExactly("Good", "V", "2", "2", "nothing", "–", "nothing", "–", "−0.250");
    }

    @Test
    void moreClassifiersThanCanBeLookedAtAreInTheTableOnly() {
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "Number " + i).toList();
        Section crowded = new SaliencySection(comparison(many, List.of("fold-1")), Optional.empty())
                .section()
                .orElseThrow();
        assertThat(chart(crowded).names()).hasSize(10);
        assertThat(figure(crowded).caption()).contains("10 classifiers", "of 13");
        assertThat(((Table) crowded.blocks().get(2)).rows()).hasSize(26);
    }

    @Test
    void withoutTheDataNoSingleBeatIsShown() {
        assertThat(section.blocks().get(3).toString()).contains("No single beat is shown: this report was made");
        assertThat(section.blocks()).hasSize(4);
        assertThat(ComparisonReport.of(comparison).figures())
                .extracting(Figure::id)
                .contains("saliency-strips")
                .doesNotContain("saliency-beats");
    }

    @Test
    void showsOfEachClassTheBeatThatMostAreRightAboutAndTheOneThatMostAreWrongAbout() {
        Section singles = singles(List.of("A", "B", "C"), true);
        assertThat(((Attention) beatsFigure(singles).chart()).panels())
                .extracting(Attention.Panel::name)
                .as("of equals the lowest row, and no beat twice; row 8 was asked of two classifiers only")
                .containsExactly(
                        "1: N, all right, r2 at 12\u202f002",
                        "2: N, all wrong, r4 at 12\u202f004",
                        "3: S, 2 of 3 right, r5 at 12\u202f005",
                        "4: V, 1 of 3 right, r6 at 12\u202f006",
                        "5: V, 2 of 3 wrong, r7 at 12\u202f007");
        assertThat(beatsFigure(singles).id()).isEqualTo("saliency-beats");
        assertThat(beatsFigure(singles).caption())
                .contains("how many of 3 classifiers", "the square root of the drop", "seed 1");
        assertThat(singles.toString()).doesNotContain("No single beat is shown");
    }

    @Test
    void drawsTheBeatWithoutItsPaddingOverWhatEachClassifiersAnswerRestsOn() {
        Attention.Panel panel = ((Attention)
                        beatsFigure(singles(List.of("A", "B", "C"), true)).chart())
                .panels()
                .get(2);
        assertThat(panel.hue()).isEqualTo(Hue.ofClass(1));
        assertThat(panel.trace()).hasSize(17).startsWith(5.0, 5.125);
        assertThat(panel.strips()).extracting(Attention.Strip::name).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(panel.strips()).allSatisfy(strip -> assertThat(strip.stretches())
                .containsExactly(new Attention.Stretch(2, 6, 0.5), new Attention.Stretch(6, 10, -0.25)));
    }

    @Test
    void saysWhatEachClassifierAnsweredForTheSingleBeats() {
        Table table = beatsTable(singles(List.of("A", "B", "C"), true));
        int wrong = table.columns().stream().map(Table.Column::title).toList().indexOf("B");
        assertThat(table.rows()).hasSize(5);
        assertThat(table.rows().get(2).subList(0, 4))
                .extracting(Cell::text)
                .containsExactly("3", "S", "r5", "12\u202f005");
        assertThat(table.rows().get(2).get(wrong))
                .isEqualTo(Cell.text("V").withDetail("0.750").with(Cell.Emphasis.DOUBTFUL));
        assertThat(table.rows().get(2))
                .filteredOn(cell -> cell.text().equals("S"))
                .hasSize(3);
        assertThat(table.note()).contains("New patients (5 folds), seed 1");
    }

    @Test
    void aBeatThatNobodyKnowsTheOriginOfIsNamedByItsClass() {
        Section anonymous = singles(List.of("A"), false);
        assertThat(((Attention) beatsFigure(anonymous).chart()).panels())
                .extracting(Attention.Panel::name)
                .containsExactly(
                        "1: N, all right", "2: N, all wrong", "3: S, all right", "4: V, all wrong", "5: F, all right");
        assertThat(beatsTable(anonymous).rows().get(0)).extracting(Cell::text).containsExactly("1", "N", "–", "–", "N");
    }

    @Test
    void ofManyClassifiersAllCountThoughTheBestAreShown() {
        Section crowded = singles(
                IntStream.range(0, 13)
                        .mapToObj(i -> i == 0 ? "B" : "Number " + i)
                        .toList(),
                true);
        Attention chart = (Attention) beatsFigure(crowded).chart();
        assertThat(chart.names()).hasSize(10);
        assertThat(chart.panels().get(2).name()).isEqualTo("3: S, 12 of 13 right, r5 at 12\u202f005");
        assertThat(beatsFigure(crowded).caption()).contains("best 10 ");
        assertThat(beatsTable(crowded).columns()).hasSize(14);
        assertThat(beatsTable(crowded).note()).contains("best 10 of 13 ");
    }

    @Test
    void whereNoBeatIsCommonToAllNoneIsShown() {
        Section none = new SaliencySection(
                        probed(List.of("A", "B"), label -> List.of(beat(label.equals("A") ? 1 : 2, 0, 0))),
                        Optional.of(new DisclosedBeats(beats(true), Disclosure.BEATS)))
                .section()
                .orElseThrow();
        assertThat(none.blocks().get(3).toString()).contains("there is none that every classifier was asked about");
        assertThat(none.blocks()).hasSize(4);
    }

    /** The section about single beats; B is wrong more often than the others, and C was not asked for one of them. */
    private static Section singles(List<String> labels, boolean known) {
        Comparison probed = probed(labels, label -> {
            boolean wrong = label.equals("B");
            List<OccludedBeat> asked = new ArrayList<>(List.of(
                    beat(1, 0, wrong ? 1 : 0),
                    beat(2, 0, 0),
                    beat(3, 0, 0),
                    beat(4, 0, 4),
                    beat(5, 1, wrong ? 2 : 1),
                    beat(6, 2, label.equals("C") ? 2 : 1),
                    beat(7, 2, label.equals("C") ? 2 : 1)));
            if (!label.equals("C")) {
                asked.add(beat(8, 3, 3));
            }
            return asked;
        });
        return new SaliencySection(probed, Optional.of(new DisclosedBeats(beats(known), Disclosure.BEATS)))
                .section()
                .orElseThrow();
    }

    /** Under seed 1 as the function says, in two folds, and under seed 2 of another beat. */
    private static Comparison probed(List<String> labels, Function<String, List<OccludedBeat>> asked) {
        List<Trial> trials = SampleRuns.trials(labels, Map.of("patients", List.of("fold-1", "fold-2")), 1, 2);
        List<RunRecord> runs = new ArrayList<>();
        for (Trial trial : trials) {
            List<OccludedBeat> mine = trial.seed() == 2 ? List.of(beat(9, 0, 0)) : asked.apply(trial.label());
            List<OccludedBeat> fold = IntStream.range(0, mine.size())
                    .filter(i -> (i < 4) == trial.split().equals("fold-1"))
                    .mapToObj(mine::get)
                    .toList();
            runs.add(run(trial, new Saliency(fold.isEmpty() ? List.of() : WINDOWS.subList(0, 2), fold, List.of())));
        }
        return Comparison.of(SampleRuns.plan(trials), runs);
    }

    private static OccludedBeat beat(int row, int truth, int answer) {
        return new OccludedBeat(row, truth, answer, 0.75f, List.of(0.5f, -0.25f));
    }

    /** Ten beats of 17 samples each, with padding. */
    private static Beats beats(boolean known) {
        Beats.Builder beats = Beats.builder(SampleRuns.CLASSES, 20);
        for (int row = 0; row < 10; row++) {
            float[] samples = new float[20];
            for (int i = 0; i < 17; i++) {
                samples[i] = row + 0.125f * i;
            }
            int label = List.of(0, 0, 0, 0, 0, 1, 2, 2, 3, 0).get(row);
            beats.add(
                    samples,
                    known
                            ? new Beat(label, 17, Double.NaN, Double.NaN, "s" + row, "r" + row, 12_000 + row, "")
                            : Beat.anonymous(label, 17));
        }
        return beats.build();
    }

    private static Figure beatsFigure(Section section) {
        return (Figure) section.blocks().get(section.blocks().size() - 2);
    }

    private static Table beatsTable(Section section) {
        return (Table) section.blocks().get(section.blocks().size() - 1);
    }

    private static Comparison comparison(List<String> labels, List<String> splits) {
        List<Trial> trials = SampleRuns.trials(labels, Map.of("patients", splits), 1);
        List<RunRecord> runs = trials.stream()
                .map(trial -> run(trial, saliency(trial.split().equals("fold-1"))))
                .toList();
        return Comparison.of(SampleRuns.plan(trials), runs);
    }

    private static RunRecord run(Trial trial, Saliency saliency) {
        RunRecord plain = SampleRuns.completed(trial, trial.label().equals("Good") ? 0.9 : 0.4);
        Outcome.Completed completed = (Outcome.Completed) plain.outcome();
        return SampleRuns.run(trial, completed.with(SaliencyInquiry.INSTANCE, saliency));
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
