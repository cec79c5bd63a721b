package org.beatbench.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two results, one with more neighbours than the other. */
class CompareCommandTest {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60, seed: %d}}
            protocols: [beats, patients]
            classifiers: [{id: knn, label: Neighbours, settings: {neighbours: %d}}]
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void run() throws IOException {
        SmallResults.run(folder, "one", EXPERIMENT.formatted(1, 1));
        SmallResults.run(folder, "many", EXPERIMENT.formatted(1, 101));
        SmallResults.run(folder, "elsewhere", EXPERIMENT.formatted(2, 1));
    }

    private static Cli compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--results", folder.toString()));
        return Cli.run(all.toArray(new String[0]));
    }

    @Test
    void showsWhatDiffersByHowMuch() {
        Cli compared = compare("one", "many");

        assertThat(compared.err()).isEmpty();
        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out())
                .startsWith("A: one\nB: many\n")
                .contains("patients\n", "over subjects", "beats\n", "over single beats")
                .containsPattern(
                        "Neighbours +macro-f1 +0\\.\\d{3} +0\\.\\d{3} +−0\\.\\d{3} \\[−0\\.\\d{3}, −0\\.\\d{3}]")
                .containsPattern("Neighbours +fit-time ")
                .doesNotContain("brier", "note:");
        assertThat(compared.out().indexOf("patients\n"))
                .isLessThan(compared.out().indexOf("beats\n"));
    }

    @Test
    void showsWhatIsAskedFor() {
        assertThat(compare("one", "many", "--metric", "brier").out())
                .contains("brier")
                .doesNotContain("macro-f1");
        assertThat(compare("one", "many", "--metric", "all").out()).contains("brier", "macro-f1", "f1:V", "model-size");
        assertThat(compare("one", "many", "--format", "md").out())
                .contains("- A: one", "| Classifier | Metric | A | B | B less A |", "| Neighbours | macro-f1 | ");
        Cli typo = compare("one", "many", "--metric", "breir");
        assertThat(typo.exitCode()).isEqualTo(2);
        assertThat(typo.err()).contains("Did you mean \"brier\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "knn.macro-f1 < -0.01; 3",
                "Neighbours@beats.accuracy < 0; 3",
                "*.accuracy < -0.9; 0",
                "knn.macro-f1 > 0; 0",
                "knn.auroc:V > 1; 0",
                "*.auprc:V < 1; 3",
                "knn.auroc < 0; 2",
                "kn.macro-f1 < 0; 2",
                "knn@ds1-ds2.macro-f1 < 0; 2",
                "knn.macrof1 < 0; 2",
                "whatever; 2"
            })
    void endsWithACodeThatSaysWhetherAConditionHolds(String condition, int exitCode) {
        Cli compared = compare("one", "many", "--fail-if", condition);

        assertThat(compared.exitCode()).as(compared.out() + compared.err()).isEqualTo(exitCode);
        if (exitCode == 2) {
            assertThat(compared.err()).contains("--fail-if", "hint:").doesNotContain("\tat ");
        } else {
            assertThat(compared.out()).contains((exitCode == 3 ? "\nHOLDS: " : "\ndoes not hold: ") + condition);
        }
    }

    @Test
    void holdsIfAnyOfSeveralConditionsDoes() {
        Cli compared =
                compare("one", "many", "--fail-if", "knn.accuracy > 0.5", "--fail-if", "knn.sensitivity:V < -0.01");

        assertThat(compared.exitCode()).isEqualTo(3);
        assertThat(compared.out())
                .contains("does not hold: knn.accuracy > 0.5", "HOLDS: knn.sensitivity:V < -0.01 (Neighbours: -0.")
                .as("what a condition names is shown")
                .contains("sensitivity:V");
    }

    @Test
    void answersPrograms() {
        Cli compared = compare("one", "many", "--json", "--fail-if", "knn.macro-f1 < 0");

        assertThat(compared.exitCode()).isEqualTo(3);
        assertThat(compared.out())
                .startsWith("{")
                .contains("\"metric\" : \"brier\"", "\"difference\" : -0.", "\"low\" : -0.", "\"low\" : null")
                .contains("\"holds\" : true", "\"failed\" : true", "\"answers\" : true");
    }

    @Test
    void writesAPageOnRequest() throws IOException {
        Path page = folder.resolve("page");
        Cli compared = compare("one", "many", "--out", page.toString());

        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(compared.out())
                .contains("Page: " + page.resolve("report.html").toUri());
        assertThat(Files.readString(page.resolve("report.html"))).contains("<h1>many against one</h1>", "macro-F1");
        assertThat(page.resolve("figures/changes-patients.svg")).isNotEmptyFile();
        assertThat(Files.readString(page.resolve("changes.csv"))).contains("patients,Neighbours,knn,macro-f1,score,0.");

        Cli refused =
                compare("one", "many", "--out", folder.resolve("one/report").toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("holds the report of an experiment");
    }

    @Test
    void takesAReportOrItsNumbersForAResult() throws IOException {
        Path report = folder.resolve("many/report");
        for (String published :
                List.of(report.toString(), report.resolve("results.csv").toString())) {
            Cli compared = compare("one", published, "--fail-if", "knn.macro-f1 < -0.01");
            assertThat(compared.exitCode()).isEqualTo(3);
            assertThat(compared.out())
                    .contains("B: " + published + " (numbers only)")
                    .contains("note: differences have no intervals: " + published + " has numbers only, and no answers")
                    .doesNotContain("not known", "[");
        }
        Path alone = folder.resolve("alone.csv");
        Files.copy(report.resolve("results.csv"), alone);
        assertThat(compare("one", alone.toString()).out()).contains("note: whether the data are the same is not known");
        assertThat(compare(folder.resolve("one").toString(), "many").exitCode()).isZero();
    }

    @Test
    void refusesOtherDataUnlessToldOtherwise() {
        Cli refused = compare("one", "elsewhere");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("the data of one and elsewhere are not the same", "--across-data");
        assertThat(compare("one", folder.resolve("elsewhere/report").toString()).exitCode())
                .as("a report says what its data are")
                .isEqualTo(2);

        Cli across = compare("one", "elsewhere", "--across-data");
        assertThat(across.exitCode()).isZero();
        assertThat(across.out()).contains("note: the data are not the same");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(compare("one", "mani").err()).contains("no results of mani", "did you mean many?");
        assertThat(compare("one").exitCode()).isEqualTo(2);
        assertThat(compare("one", folder.resolve("one.yaml").toString()).err())
                .contains("does not hold the numbers of a comparison");
    }
}
