package org.beatbench.reports.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.FigureSize;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsIndexTest {

    @TempDir
    private Path results;

    private void experiment(String name, boolean withReport) throws IOException {
        List<Trial> trials = SampleRuns.trials(List.of("Good", "Bad"), Map.of("beats", List.of("whole")), 1);
        Plan plan = SampleRuns.plan(trials);
        FolderStore store = FolderStore.open(results.resolve(name));
        store.putPlan(plan);
        SampleRuns.runs(trials, trial -> trial.label().equals("Good") ? 0.9 : 0.4)
                .forEach(store::put);
        if (withReport) {
            ReportWriter.write(
                    store,
                    results.resolve(name).resolve("report"),
                    ReportForm.of(List.of(ReportFormat.HTML), List.of(), "", FigureSize.PAGE),
                    Optional.empty());
        }
    }

    @Test
    void listsExperimentsWithVerdictRunsAndReport() throws IOException {
        experiment("mine", true);
        experiment("later", false);
        ResultsIndex.write(results);
        String page = Files.readString(results.resolve("index.html"));
        assertThat(page)
                .contains(
                        "2 experiments",
                        "href=\"mine/report/report.html\"",
                        "Good is best",
                        "2 of 2 trials complete",
                        "run on ")
                .contains("id=\"later\"")
                .doesNotContain("later/report", "http-equiv=\"refresh\"", "<script");
        String report = Files.readString(results.resolve("mine/report/report.html"));
        assertThat(report).as("numbers go with the page").contains("data-name=\"results.csv\">0 protocol,classifier,");
    }

    @Test
    void whatIsBrokenIsListedWithTheReasonAndWhatIsForeignIsNot() throws IOException {
        Files.createDirectories(results.resolve("holiday"));
        Files.writeString(results.resolve("notes.txt"), "x");
        Files.writeString(Files.createDirectories(results.resolve("broken")).resolve("plan.json"), "{ <b>");
        Files.writeString(Files.createDirectories(results.resolve("empty")).resolve("plan.json"), "{}");
        experiment("whole", false);
        Files.createDirectories(results.resolve("whole/report"));
        Files.writeString(results.resolve("whole/report/report.json"), "not JSON");
        ResultsIndex.write(results);
        assertThat(Files.readString(results.resolve("index.html")))
                .contains("3 experiments", "it cannot be read: ", "id=\"broken\"", "id=\"empty\"", "id=\"whole\"")
                .doesNotContain("holiday", "notes", "<b>");
    }

    @Test
    void aPageOfSomebodyElsesIsLeftAlone() throws IOException {
        Files.writeString(results.resolve("index.html"), "<h1>mine</h1>");
        experiment("one", false);
        ResultsIndex.write(results);
        assertThat(results.resolve("index.html")).hasContent("<h1>mine</h1>");
    }

    @Test
    void itsOwnIsRenewed() throws IOException {
        ResultsIndex.write(results);
        assertThat(Files.readString(results.resolve("index.html"))).contains("0 experiments");
        experiment("one", false);
        ResultsIndex.write(results);
        assertThat(Files.readString(results.resolve("index.html"))).contains("1 experiment,");
    }
}
