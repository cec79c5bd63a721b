package org.beatbench.comparison.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Data;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;
import org.junit.jupiter.api.Test;

class ResultsTableTest {

    private static final Path DOCUMENTED = Path.of("reports", "results.schema.json");

    private final String csv = table().csv();

    private static Data table() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("copies", List.of("whole"));
        protocols.put("patients", List.of("fold-1", "fold-2"));
        List<Trial> trials = SampleRuns.trials(List.of("Good, or so", "Bad"), protocols, 1, -2);
        return ResultsTable.of(Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> 0.7)));
    }

    private static String calibrated() {
        Trial trial = SampleRuns.calibrated(SampleRuns.trial("Calibrated", "beats", "whole", 1, Map.of()));
        return ResultsTable.of(
                        Comparison.of(SampleRuns.plan(List.of(trial)), List.of(SampleRuns.calibrated(trial, 0.7, 1.5))))
                .csv();
    }

    @Test
    void isWhatItsSchemaSays() {
        SchemaCheck.assertFits(ResultsTable.schema(), csv);
        SchemaCheck.assertFits(ResultsTable.schema(), calibrated());
        assertThat(calibrated()).contains(",temperature,,1.5,,,score,");
        assertThat(csv).contains("\"Good, or so\"", ",1 -2,all,macro-f1,", ",optimism,", ",N>S,");
    }

    @Test
    void classesHaveTheIntervalsOfThePage() {
        List<Trial> trials = SampleRuns.trials(List.of("A"), Map.of("ds1-ds2", List.of("whole")), 1);
        Comparison comparison = Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> 0.7));
        Score score = comparison.score("A", Protocols.of("ds1-ds2")).orElseThrow();
        int v = score.confusion().classes().indexOf("V");
        Estimate sensitivity =
                score.estimate(confusion -> confusion.sensitivity(v)).orElseThrow();
        assertThat(sensitivity.hasInterval()).isTrue();
        String table = ResultsTable.of(comparison).csv();
        assertThat(table)
                .contains(",1,all,sensitivity,V," + sensitivity.value() + "," + sensitivity.low() + ","
                        + sensitivity.high() + ",share,420\n")
                .containsPattern(",1,whole,sensitivity,V,[^,]+,,,share,420\n");
        for (String metric : List.of("sensitivity", "positive-predictive-value", "f1")) {
            assertThat(table).containsPattern(",all," + metric + ",S,0[^,]+,0[^,]+,0[^,]+,s");
        }
    }

    @Test
    void everyNumberIsARowForAProgram() {
        List<List<String>> rows = table().rows();
        assertThat(rows)
                .filteredOn(row -> row.get(0).equals("patients")
                        && row.get(1).equals("Bad")
                        && row.get(7).equals("macro-f1"))
                .extracting(row -> row.get(6))
                .containsExactly("fold-1", "fold-2", "fold-1", "fold-2", "all");
        assertThat(rows).allSatisfy(row -> assertThat(row.get(9)).doesNotContain("NaN"));
    }

    @Test
    void rowsOfAllSeedsAgreeOnTheirBeats() {
        List<Trial> two = SampleRuns.trials(
                List.of("Good", "Bad"), Map.of("beats", List.of("whole"), "ds1-ds2", List.of("whole")), 1, 2);
        List<List<String>> all =
                ResultsTable.of(Comparison.of(SampleRuns.plan(two), SampleRuns.runs(two, trial -> 0.7))).rows().stream()
                        .filter(row ->
                                row.get(0).equals("ds1-ds2") && row.get(1).equals("Good"))
                        .filter(row -> row.get(6).equals("all"))
                        .toList();
        assertThat(all).allSatisfy(row -> assertThat(row.get(13)).isEqualTo("840"));
        assertThat(all.stream()
                        .filter(row -> row.get(7).equals("confusion"))
                        .mapToLong(row -> Long.parseLong(row.get(9)))
                        .sum())
                .isEqualTo(840);
        assertThat(all).extracting(row -> row.get(7)).contains("optimism", "fit-time", "model-size");
    }

    @Test
    void wouldBeRefusedIfItWereOtherwise() {
        for (String[] change : new String[][] {
            {"accuracy", "akkuracy"},
            {",share,", ",percent,"},
            {"\ncopies,", "\n,"},
            {",0\\.", ",0x"},
            {"beats\n", "n\n"},
            {",1 -2,all", ",one,all"}
        }) {
            String changed = csv.replaceFirst(change[0], change[1]);
            assertThat(changed).isNotEqualTo(csv);
            assertThatThrownBy(() -> SchemaCheck.assertFits(ResultsTable.schema(), changed))
                    .as(change[1])
                    .isInstanceOf(AssertionError.class);
        }
        String line = csv.lines().skip(1).findFirst().orElseThrow();
        assertThatThrownBy(() -> SchemaCheck.assertFits(ResultsTable.schema(), csv + line + "\n"))
                .hasMessageContaining("twice");
    }

    @Test
    void isDocumentedAsItIs() throws IOException {
        Path fresh = Path.of("reports", "comparison", "target", "results.schema.json");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, ResultsTable.schema().json());

        assertThat(Files.readString(DOCUMENTED))
                .as("to document the columns as they are: cp " + fresh + " " + DOCUMENTED)
                .isEqualTo(ResultsTable.schema().json());
    }
}
