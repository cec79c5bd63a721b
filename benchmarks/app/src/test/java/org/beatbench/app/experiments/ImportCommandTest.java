package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.answers.AnswersFile;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Cost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers go out and come in, and stand beside those of classifiers that were run. */
class ImportCommandTest {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [patients]
            classifiers: [logistic-regression, decision-tree]
            canaries: false
            """;

    @TempDir
    private Path folder;

    private SmallResults results;
    private Path splits;

    @BeforeEach
    void runAndExport() throws IOException {
        results = SmallResults.run(folder, "mine", EXPERIMENT);
        splits = folder.resolve("splits");
        assertThat(Cli.run("export-split", yaml(), "--out", splits.toString()).exitCode())
                .isZero();
    }

    private String yaml() {
        return folder.resolve("mine.yaml").toString();
    }

    private Path split(int fold) {
        return splits.resolve("patients/seed-1/fold-" + fold);
    }

    /** What the tree answered, as another program would write it, beside the manifest of the split. */
    private Path answers(int fold) throws IOException {
        Trial trial = results.store().plan().trials().stream()
                .filter(one -> one.classifier().id().equals("decision-tree")
                        && one.split().equals("fold-" + fold))
                .findFirst()
                .orElseThrow();
        Answers answers = AnswersFile.read(results.folder().resolve("trials/" + trial.key() + "/test.csv.gz"));
        StringBuilder text = new StringBuilder("row," + String.join(",", answers.classes()) + "\n");
        for (int answer = 0; answer < answers.size(); answer++) {
            text.append(answers.beat(answer).row());
            for (int label = 0; label < answers.classes().size(); label++) {
                text.append(',').append(answers.probability(answer, label));
            }
            text.append('\n');
        }
        return Files.writeString(split(fold).resolve("answers.csv"), text);
    }

    private Cli bring(Path file, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of(
                                "import",
                                file.toString(),
                                "--as",
                                "My tree",
                                "--experiment",
                                yaml(),
                                "--results",
                                folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void bringAll() throws IOException {
        for (int fold = 1; fold <= 5; fold++) {
            Cli brought = bring(answers(fold));
            assertThat(brought.exitCode()).as(brought.err()).isZero();
        }
    }

    private List<String> rows(String competitor, String metric) throws IOException {
        return Files.readAllLines(results.report("results.csv")).stream()
                .filter(line -> line.contains(competitor) && line.contains("," + metric + ","))
                .map(line -> line.substring(line.indexOf("," + metric + ",")))
                .toList();
    }

    @Test
    void isScoredComparedAndToldApart() throws IOException {
        bringAll();
        assertThat(results.call("report").exitCode()).isZero();

        assertThat(rows("My tree (imported)", "macro-f1"))
                .isEqualTo(rows("Decision tree", "macro-f1"))
                .hasSize(6);
        for (Cost cost : Cost.values()) {
            assertThat(rows("Decision tree", cost.id())).isNotEmpty();
            assertThat(rows("My tree (imported)", cost.id())).isEmpty();
        }
        assertThat(rows("My tree (imported)", "training-beats")).isEmpty();
        String page = Files.readString(results.report("report.html"));
        assertThat(page)
                .contains("answers of My tree (imported) were made elsewhere, and not run here")
                .contains("imported, not run here");
        Cli verified = results.call("verify");
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("5 trials were imported, not run here");
        assertThat(results.call("show").out()).contains("My tree (imported)");
        Trial imported = results.store().plan().trials().stream()
                .filter(trial -> trial.classifier().wasImported())
                .findFirst()
                .orElseThrow();
        Cli again = results.call("verify", "--rerun", imported.key());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("was imported, so nobody can run it again here");
    }

    @Test
    void staysWhenTheExperimentIsRunAgain() throws IOException {
        bringAll();
        SmallResults.run(folder, "mine", EXPERIMENT);
        assertThat(results.store().plan().trials().stream()
                        .filter(trial -> trial.classifier().wasImported()))
                .hasSize(5);
        assertThat(rows("My tree (imported)", "macro-f1")).hasSize(6);
    }

    @Test
    void isNotForgottenWithAPlanThatCannotBeRead() throws IOException {
        bringAll();
        Files.writeString(results.folder().resolve("plan.json"), "{");
        Cli again = Cli.run("run", yaml(), "--untimed", "--results", folder.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("plan.json").contains("answers were imported");
        assertThat(results.folder().resolve("plan.json")).hasContent("{");
    }

    @Test
    void isNoResultBeforeAllSplitsAreThere() throws IOException {
        Cli brought = bring(answers(2));
        assertThat(brought.out()).contains("1 of 5 splits are there");
        assertThat(results.call("report").exitCode()).isZero();
        assertThat(rows("My tree (imported)", "macro-f1")).hasSize(1);
        assertThat(results.call("status").out()).contains("4 missing");
    }

    @Test
    void replacesAnswersOnlyIfItIsTold() throws IOException {
        assertThat(bring(answers(1)).exitCode()).isZero();
        Cli again = bring(answers(1));
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("are there already", "--force");
        assertThat(bring(answers(1), "--force").exitCode()).isZero();
    }

    @Test
    void asksForWhatTheManifestWouldSay() throws IOException {
        Path alone = Files.move(answers(3), folder.resolve("alone.csv"));
        Cli asked = bring(alone);
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("several of what --split names", "fold-1, fold-2");
        Cli wrong = bring(alone, "--split", "fold-1");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("is no test row of this split");
        assertThat(results.store().plan().trials())
                .noneMatch(trial -> trial.classifier().wasImported());
        assertThat(bring(alone, "--split", "fold-3").exitCode()).isZero();
    }

    @Test
    void refusesAnswersToOtherData() throws IOException {
        Path file = answers(1);
        Files.writeString(folder.resolve("mine.yaml"), EXPERIMENT.replace("beats: 60", "beats: 61"));
        Cli refused = bring(file);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is of other data than the experiment");
    }
}
