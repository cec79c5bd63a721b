package org.beatbench.reports.sections.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ErrorSectionTest {

    private static final int LENGTH = 30;
    private static final Beats BEATS = beats();
    private static final Protocol PATIENTS = Protocols.of("patients");
    private static final List<Split> SPLITS = PATIENTS.splits(BEATS, 1);

    private final Comparison comparison = comparison(10);
    private final Section section = new ErrorSection(comparison, BEATS).section();

    @Test
    void showsUpToThreeOfEachConfusionTheMostConfidentFirst() {
        List<List<Cell>> rows = table().rows();
        assertThat(rows).hasSize(15);
        assertThat(rows.subList(0, 3))
                .as("the most frequent confusion, and of its beats the surest ones")
                .extracting(row -> row.get(1).text() + row.get(2).text())
                .containsExactly("NS", "NS", "NS");
        for (int first = 0; first < rows.size(); first += 3) {
            assertThat(rows.get(first).get(3).value())
                    .isGreaterThanOrEqualTo(rows.get(first + 1).get(3).value());
            assertThat(rows.get(first + 1).get(3).value())
                    .isGreaterThanOrEqualTo(rows.get(first + 2).get(3).value());
        }
        assertThat(section.blocks().get(0).toString())
                .contains("Good, the best on new patients", "each of the 5 confusions there are");
    }

    @Test
    void showsNoTwoOfOnePersonForAConfusion() {
        List<List<Cell>> rows = table().rows();
        for (int first = 0; first < rows.size(); first += 3) {
            Set<String> people = new HashSet<>();
            rows.subList(first, first + 3).forEach(row -> people.add(row.get(6).text()));
            assertThat(people).hasSize(3);
        }
    }

    @Test
    void laysWhatTheModelKnewBesideTheBeat() {
        Traces chart = (Traces) ((Figure) section.blocks().get(1)).chart();
        assertThat(chart.panels()).hasSize(15);
        assertThat(chart.panels().get(0).name()).startsWith("1: N called S, 0.");
        assertThat(chart.names())
                .containsOnlyKeys("nearest it learnt from", "mean of class given", "mean of its own class", "the beat");
        for (Traces.Panel panel : chart.panels()) {
            Traces.Trace beat = panel.traces().get(panel.traces().size() - 1);
            assertThat(beat.name()).isEqualTo("the beat");
            assertThat(beat.values()).as("without padding").hasSize(LENGTH - 5);
        }
    }

    @Test
    void theNearestBeatIsOneTheModelLearntFrom() {
        for (List<Cell> row : table().rows()) {
            int beat = row(row);
            Split split = SPLITS.stream()
                    .filter(each -> each.test().stream().anyMatch(test -> test == beat))
                    .findFirst()
                    .orElseThrow();
            double nearest = split.trainingAndValidation().stream()
                    .mapToDouble(other -> distance(beat, other))
                    .min()
                    .orElseThrow();
            assertThat(row.get(10).value()).isCloseTo(nearest, within(1e-6));
            assertThat(row.get(9).text())
                    .as("a person never seen")
                    .isNotEqualTo(row.get(6).text());
        }
    }

    @Test
    void countsWhoElseIsWrongInTheSameWay() {
        assertThat(table().rows()).allSatisfy(row -> {
            assertThat(row.get(5).text()).isEqualTo(row(row) % 20 == 3 ? "1" : "0");
            assertThat(row.get(5).detail()).isEqualTo("of 1");
        });
        assertThat(table().rows()).extracting(row -> row.get(5).text()).contains("0", "1");
    }

    @Test
    void beatsBeyondTheUsualScaleFillTheirPictures() {
        Rows.Builder larger = Rows.builder(LENGTH);
        for (int row = 0; row < BEATS.size(); row++) {
            float[] samples = BEATS.samples().row(row);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = 4 * samples[i] - 2;
            }
            larger.add(samples);
        }
        Section scaled = new ErrorSection(comparison, BEATS.withSamples(larger.build())).section();
        Traces chart = (Traces) ((Figure) scaled.blocks().get(1)).chart();
        assertThat(chart.y().label()).startsWith("amplitude −1.");
        assertThat(chart.panels()).allSatisfy(panel -> assertThat(panel.traces())
                .allSatisfy(trace -> assertThat(trace.values()).allMatch(value -> value >= 0 && value <= 1)));
    }

    @Test
    void whereNothingIsWrongThereIsASentence() {
        Section perfect = new ErrorSection(comparison(1_000), BEATS).section();
        assertThat(perfect.blocks()).hasSize(1);
        assertThat(perfect.toString()).contains("Good gave every test beat its own class");
    }

    @Test
    void aReportThatShowsNoSingleBeatSaysSo() {
        for (Report report : List.of(
                ComparisonReport.of(comparison),
                ComparisonReport.of(comparison, DisclosedBeats.of(BEATS, Disclosure.MEANS)))) {
            assertThat(section(report.sections()).toString()).contains("No single beat is shown");
        }
        assertThat(section(ComparisonReport.of(comparison, DisclosedBeats.of(BEATS, Disclosure.BEATS))
                        .sections()))
                .isEqualTo(section.asParticulars());
    }

    @Test
    void theDataAreDescribedWhereTheyAreAtHand() {
        assertThat(figures(ComparisonReport.of(comparison, DisclosedBeats.of(BEATS, Disclosure.BEATS))))
                .contains("class-counts", "mean-beats", "gallery", "components-by-class", "errors");
        assertThat(figures(ComparisonReport.of(comparison, DisclosedBeats.of(BEATS, Disclosure.MEANS))))
                .contains("class-counts", "mean-beats", "components-by-class")
                .doesNotContain("gallery", "errors");
        assertThat(figures(ComparisonReport.of(comparison)))
                .contains("class-counts")
                .doesNotContain("mean-beats", "gallery", "errors");
    }

    private static List<String> figures(Report report) {
        return report.figures().stream().map(Figure::id).toList();
    }

    private static Section section(List<Section> sections) {
        return sections.stream()
                .filter(each -> each.id().equals("errors-by-beat"))
                .findFirst()
                .orElseThrow();
    }

    private Table table() {
        return (Table) section.blocks().get(2);
    }

    private static int row(List<Cell> row) {
        return (int) row.get(7).value();
    }

    private static double distance(int row, int other) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += Math.pow(BEATS.samples().at(row, i) - BEATS.samples().at(other, i), 2);
        }
        return Math.sqrt(sum);
    }

    /** 500 beats of ten people in five classes; the position of each is its row. */
    private static Beats beats() {
        Beats.Builder beats = Beats.builder(SampleRuns.CLASSES, LENGTH);
        for (int row = 0; row < 500; row++) {
            int label = row / 10 % 7 % 5;
            String person = "s" + row / 50;
            float[] samples = new float[LENGTH];
            for (int i = 0; i < LENGTH - 5; i++) {
                samples[i] = (float) (0.5 + 0.4 * Math.sin(0.3 * i * (label + 1) + 0.05 * row));
            }
            beats.add(samples, new Beat(label, LENGTH - 5, Double.NaN, Double.NaN, person, person, row, ""));
        }
        return beats.build();
    }

    /** Good is wrong about one beat of so many, Bad about one of twenty in the same way and some others in another. */
    private static Comparison comparison(int oneOf) {
        List<Trial> trials = new ArrayList<>();
        List<RunRecord> runs = new ArrayList<>();
        for (String label : List.of("Good", "Bad")) {
            for (Split split : SPLITS) {
                Trial trial = SampleRuns.trial(label, "patients", split.name(), 1, Map.of());
                Outcome.Completed any =
                        (Outcome.Completed) SampleRuns.completed(trial, 1).outcome();
                Answers test = answers(split.test(), label, oneOf);
                trials.add(trial);
                runs.add(SampleRuns.run(trial, new Outcome.Completed(test.none(), test, any.costs())));
            }
        }
        return Comparison.of(SampleRuns.plan(trials), runs);
    }

    private static Answers answers(Selection rows, String competitor, int oneOf) {
        Rows.Builder probabilities = Rows.builder(5);
        for (int row : rows.stream().toArray()) {
            int truth = BEATS.label(row);
            int answer = competitor.equals("Good")
                    ? (row % oneOf == 3 && oneOf < 1_000 ? (truth + 1) % 5 : truth)
                    : row % 20 == 3 ? (truth + 1) % 5 : row % 20 > 9 ? (truth + 2) % 5 : truth;
            float sure = 0.5f + 0.4f * (row * 7 % 11) / 11;
            float[] values = new float[5];
            Arrays.fill(values, (1 - sure) / 4);
            values[answer] = sure;
            probabilities.add(values);
        }
        return Answers.of(BEATS, rows, Predictions.of(probabilities.build()));
    }
}
