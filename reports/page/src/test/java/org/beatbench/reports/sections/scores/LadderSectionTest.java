package org.beatbench.reports.sections.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.DatasetInfo;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.results.Plan;
import org.junit.jupiter.api.Test;

class LadderSectionTest {

    private static final List<String> ALL = List.of("copies", "beats", "patients", "ds1-ds2");

    @Test
    void tellsTheGapOfEachClassifierFromTheLoosestToTheStrictest() {
        Comparison comparison = comparison("synthetic", 10, ALL);
        Table gaps = tables(comparison).get(0);
        assertThat(gaps.columns())
                .extracting(Table.Column::title)
                .containsExactly(
                        "Classifier",
                        "Macro-F1, with copies of the test beats",
                        "Macro-F1, same patients",
                        "Macro-F1, new patients (5 folds)",
                        "Macro-F1, new patients (DS1 → DS2)",
                        "Optimism");
        assertThat(gaps.rows()).extracting(row -> row.get(0).text()).containsExactly("Good", "Bad");
        for (List<Cell> row : gaps.rows()) {
            assertThat(row.get(5).text())
                    .isEqualTo(
                            Numbers.difference(row.get(1).value() - row.get(4).value()));
            assertThat(row.get(1).emphasis()).isEqualTo(Cell.Emphasis.DOUBTFUL);
            assertThat(row.get(4).detail()).startsWith("[");
        }
        assertThat(gaps.note()).contains("With copies of the test beats, n =", "New patients (DS1 → DS2), n =");
    }

    @Test
    void saysThatItsLinesJoinDifferentTestBeats() {
        String caption = section(comparison("mitdb", 47, ALL)).figures().get(0).caption();
        assertThat(caption)
                .contains(
                        "The points of a line are of different test beats: with copies of the test beats, ",
                        "; new patients (DS1 → DS2), ")
                .contains(", without Q.");
    }

    @Test
    void placesTheFamousNumberOnMitBihHeartbeatsOnly() {
        assertThat(text(comparison("synthetic", 10, ALL))).doesNotContain("99.94");
        assertThat(text(comparison("mitdb", 47, ALL))).contains("99.94 %");
        assertThat(text(comparison("kaggle", 0, List.of("copies", "beats")))).contains("99.94 %");
    }

    @Test
    void computesWhatProtocolMetricAndNewPatientsGive() {
        Comparison comparison = comparison("mitdb", 47, ALL);
        Score seed = comparison.score("Good", Protocols.of("copies")).orElseThrow();
        Score apart = comparison.score("Good", Protocols.of("patients")).orElseThrow();
        assertThat(text(comparison))
                .contains(
                        "Good comes nearest to it.",
                        "an accuracy of "
                                + Numbers.share(seed.quality(Quality.ACCURACY).orElseThrow()) + " with copies",
                        "a pooled AUROC of "
                                + Numbers.hundredths(
                                        seed.quality(Quality.MICRO_AUROC).orElseThrow())
                                + " of the same answers",
                        "on new patients (5 folds): an accuracy of "
                                + Numbers.share(apart.quality(Quality.ACCURACY).orElseThrow()),
                        "a macro-F1 of "
                                + Numbers.score(apart.quality(Quality.MACRO_F1).orElseThrow()),
                        "on new patients (DS1 → DS2): an accuracy of");
        Table rungs = tables(comparison).get(1);
        assertThat(rungs.columns())
                .extracting(Table.Column::title)
                .containsExactly(
                        "Classifier",
                        "Accuracy, with copies of the test beats",
                        "Pooled AUROC, with copies of the test beats",
                        "Macro-F1, with copies of the test beats",
                        "Accuracy, new patients (5 folds)",
                        "Pooled AUROC, new patients (5 folds)",
                        "Macro-F1, new patients (5 folds)",
                        "Accuracy, new patients (DS1 → DS2)",
                        "Pooled AUROC, new patients (DS1 → DS2)",
                        "Macro-F1, new patients (DS1 → DS2)");
        assertThat(rungs.rows().get(0).get(2).value())
                .isEqualTo(seed.quality(Quality.MICRO_AUROC).orElseThrow());
        assertThat(rungs.rows().get(0).get(2).text()).matches("\\d\\d\\.\\d\\d\u202f%");
    }

    @Test
    void saysWhereTheProtocolOfTheNumberIsMissing() {
        Comparison without = comparison("mitdb", 47, List.of("beats", "patients"));
        assertThat(text(without)).contains("Its protocol, copies, is not complete here");
        assertThat(tables(without)).hasSize(1);
    }

    @Test
    void saysInPlainWordsThatNewPatientsWereNotMeasured() {
        assertThat(text(comparison("kaggle", 0, List.of("copies", "beats"))))
                .contains(
                        "what is left on new patients was not measured, and cannot be with these data: they do not say whose"
                                + " a beat is",
                        "What is left on new patients was not measured.");
        assertThat(text(comparison("synthetic", 10, List.of("beats"))))
                .contains("was not measured: no protocol that keeps patients apart is complete", "Only one protocol");
        assertThat(text(comparison("synthetic", 10, ALL))).doesNotContain("not measured");
    }

    @Test
    void saysWhatEachRungIs() {
        assertThat(text(comparison("synthetic", 10, ALL)))
                .contains(
                        "With copies of the test beats, copies of the test beats",
                        "On the same patients, other beats of the same people",
                        "On new patients (5 folds), the people of the test part were never seen",
                        "On new patients (DS1 → DS2), the people of the test part were never seen");
    }

    private static Comparison comparison(String dataset, int subjects, List<String> protocols) {
        Map<String, List<String>> splits = new LinkedHashMap<>();
        protocols.forEach(protocol -> splits.put(protocol, List.of("whole")));
        List<Trial> trials = SampleRuns.trials(List.of("Good", "Bad"), splits, 1);
        Plan plan = SampleRuns.plan(trials);
        DatasetInfo info = plan.dataset();
        Plan named = new Plan(
                plan.experiment(),
                plan.title(),
                plan.command(),
                plan.commit(),
                new DatasetInfo(
                        dataset, info.name(), info.summary(), "1", info.synthetic(), info.licence(), info.citation()),
                plan.assumptions(),
                plan.classNames(),
                plan.classCounts(),
                subjects,
                null,
                trials);
        return Comparison.of(
                named,
                SampleRuns.runs(
                        trials,
                        trial -> (trial.label().equals("Good") ? 0.8 : 0.4)
                                + (trial.protocolId().equals("copies") ? 0.15 : 0)));
    }

    private static Section section(Comparison comparison) {
        return new LadderSection(comparison).section();
    }

    private static String text(Comparison comparison) {
        return section(comparison).toString();
    }

    private static List<Table> tables(Comparison comparison) {
        return section(comparison).blocks().stream()
                .flatMap(block -> block instanceof Table table ? Stream.of(table) : Stream.empty())
                .toList();
    }
}
