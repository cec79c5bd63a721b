package org.beatbench.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.files.FolderTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShowCommandTest {

    private static final String EXPERIMENT = """
            title: A small comparison
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats, patients-fold]
            classifiers: [decision-tree, knn]
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private static Path folder;

    private static SmallResults results;

    @BeforeAll
    static void run() throws IOException {
        results = SmallResults.run(folder, "small", EXPERIMENT);
    }

    @Test
    void ranksUnderTheStrictestProtocolFirstAndSetsTheCanariesApart() {
        Cli show = results.call("show");

        assertThat(show.err()).isEmpty();
        assertThat(show.exitCode()).isZero();
        assertThat(show.out()).containsSubsequence("A small comparison SYNTHETIC DATA", "patients-fold", "(beats)");
        List<String> lines = show.out().lines().toList();
        assertThat(lines.get(3)).contains("Classifier", "Macro-F1", "Accuracy", "Se N", "Se V", "Fit");
        assertThat(lines.subList(4, 6)).noneMatch(line -> line.strip().startsWith("("));
        assertThat(lines.subList(6, 10)).allMatch(line -> line.strip().startsWith("("));
        assertThat(lines.get(10)).contains("New patients (1 of 5 folds)", "n = ");
    }

    @Test
    void tellsProgramsTheNumbersOfTheReport() throws IOException {
        JsonNode shown = JsonMapper.builder()
                .build()
                .readTree(results.call("show", "--json", "--protocol", "beats").out());

        assertThat(shown.path("protocols")).hasSize(1);
        JsonNode best = shown.path("protocols").get(0).path("rows").get(0);
        String row = Files.readString(results.report("results.csv"))
                .lines()
                .filter(line ->
                        line.startsWith("beats," + best.path("classifier").asString() + ",")
                                && line.contains(",all,macro-f1,"))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("," + best.path("macroF1").path("value").asDouble() + ",");
        assertThat(best.path("sensitivity").has("V")).isTrue();
    }

    @Test
    void leavesOutColumnsForWhichThereIsNoRoom() {
        Ranking.Value value = new Ranking.Value(0.5, 0.4, 0.6);
        Ranking ranking = new Ranking(
                "beats",
                "Beats",
                "n = 1",
                List.of(new Ranking.Row("CNN", false, value, value, Map.of("N", 0.9, "V", 0.8), 60.0, 1e-4)),
                List.of());

        for (int width : List.of(200, 80, 70, 60, 56)) {
            assertThat(new RankingText(width).table(ranking).text().lines().skip(1))
                    .allMatch(line -> line.length() <= width);
        }
        assertThat(new RankingText(200).table(ranking).text()).contains("Se N", "Se V", "Fit");
        assertThat(new RankingText(70).table(ranking).text()).contains("Se N").doesNotContain("Fit");
        assertThat(new RankingText(56).table(ranking).text())
                .contains("Accuracy")
                .doesNotContain("Se ", "Fit");
    }

    @Test
    void breaksWordsToTheWidth() {
        assertThat(new RankingText(10).lines("one two three fourteen-letters"))
                .containsExactly("  one two", "  three", "  fourteen-letters");
    }

    @Test
    void namesWhatIsNotComplete(@TempDir Path copy) throws IOException {
        SmallResults partly = results.copy(copy);
        FolderTree.delete(partly.folder(partly.trial("knn")));

        assertThat(partly.call("show", "--protocol", "beats").out())
                .contains("Not complete, so left out: Nearest neighbours (0 of 1)");
        assertThat(partly.call("show", "--protocol", "betas").err()).contains("Did you mean \"beats\"?");
    }
}
