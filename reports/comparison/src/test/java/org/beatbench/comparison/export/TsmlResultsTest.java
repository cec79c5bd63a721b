package org.beatbench.comparison.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsmlResultsTest {

    @TempDir
    private Path folder;

    private final List<Trial> trials = SampleRuns.trials(List.of("Good, or so", "Bad"), protocols(), 1, 2);
    private final List<RunRecord> runs = SampleRuns.runs(trials, trial -> 0.7);

    private static Map<String, List<String>> protocols() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("ds1-ds2", List.of("whole"));
        protocols.put("patients", List.of("fold-1", "fold-2"));
        return protocols;
    }

    private int write(List<RunRecord> some) {
        return TsmlResults.write(Comparison.of(SampleRuns.plan(trials), some), folder);
    }

    private static Answers test(RunRecord run) {
        return ((Outcome.Completed) run.outcome()).test();
    }

    @Test
    void writesWhatTheOthersToolsReadAndNothingElse() throws IOException {
        assertThat(write(runs)).isEqualTo(12);

        assertThat(FolderTree.names(folder))
                .hasSize(12)
                .contains("Bad/Predictions/synthetic-ds1-ds2/testResample0.csv")
                .contains("Bad/Predictions/synthetic-ds1-ds2/testResample1.csv")
                .contains("Good-or-so/Predictions/synthetic-patients/testResample3.csv");
        for (String name : FolderTree.names(folder)) {
            TsmlFile file = TsmlFile.read(folder.resolve(name));
            assertThat(name)
                    .isEqualTo(file.classifier() + "/Predictions/" + file.problem() + "/testResample" + file.resample()
                            + ".csv");
            assertThat(file.split()).isEqualTo("TEST");
            assertThat(file.timeUnit()).isEqualTo("NANOSECONDS");
        }
    }

    @Test
    void holdsTheAnswersAsTheyWereGiven() throws IOException {
        write(runs);
        int trial = 3;
        assertThat(trials.get(trial).split()).isEqualTo("fold-2");
        RunRecord run = runs.get(trial);
        Answers answers = test(run);
        TsmlFile file = TsmlFile.read(folder.resolve("Good-or-so/Predictions/synthetic-patients/testResample1.csv"));

        assertThat(file.truths()).hasSize(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            assertThat(file.truths().get(i)).isEqualTo(answers.truth(i));
            assertThat(file.predictions().get(i)).isEqualTo(answers.predicted(i));
            for (int label = 0; label < answers.classes().size(); label++) {
                assertThat((float) file.probabilities().get(i)[label]).isEqualTo(answers.probability(i, label));
            }
        }
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        assertThat(file.line3())
                .containsExactly(
                        file.accuracy(),
                        (double) completed.costs().fit().toNanos(),
                        (double) completed.costs().wholeTest().toNanos(),
                        -1.0,
                        (double) completed.costs().peakMemoryBytes(),
                        5.0,
                        -1.0,
                        -1.0);
        assertThat(file.parameters()).isEqualTo("depth 10");
        assertThat(file.comment())
                .contains("Good, or so", "trial " + run.trial().key(), "seed 1, split fold-2", "0 N; 1 S; 2 V")
                .contains("at commit c0ffee");
    }

    @Test
    void saysWhichAnswersTheReportDoesNotScore() throws IOException {
        write(runs);

        assertThat(TsmlFile.read(folder.resolve("Bad/Predictions/synthetic-ds1-ds2/testResample0.csv"))
                        .comment())
                .contains("beats of class Q are in here, which the protocol does not score");
        assertThat(TsmlFile.read(folder.resolve("Bad/Predictions/synthetic-patients/testResample0.csv"))
                        .comment())
                .doesNotContain("does not score");
    }

    @Test
    void leavesOutSetsOfFoldsThatAreNotComplete() throws IOException {
        List<RunRecord> some = new ArrayList<>(runs);
        some.remove(3);

        assertThat(write(some)).isEqualTo(10);
        assertThat(folder.resolve("Good-or-so/Predictions/synthetic-patients/testResample0.csv"))
                .as("the other fold of the same seed")
                .doesNotExist();
        assertThat(folder.resolve("Good-or-so/Predictions/synthetic-patients/testResample2.csv"))
                .as("resamples keep their numbers")
                .exists();
    }

    @Test
    void scalesProbabilitiesThatOthersWouldRefuse() throws IOException {
        float[] row = {0.5f, 0.2f, 0.1f, 0.1f, 0.0995f};
        Answers loose = Answers.of(
                SampleRuns.CLASSES, List.of(new AnsweredBeat(0, "", "", -1, 0)), Predictions.of(Rows.of(row, 5)));
        Outcome.Completed old = (Outcome.Completed) runs.get(0).outcome();
        // Alone: others of the same split would have answered other beats.
        write(List.of(SampleRuns.run(trials.get(0), new Outcome.Completed(old.validation(), loose, old.costs()))));

        TsmlFile file = TsmlFile.read(folder.resolve("Good-or-so/Predictions/synthetic-ds1-ds2/testResample0.csv"));
        assertThat(file.probabilities().get(0)[0]).isEqualTo(0.5 / 0.9995, within(1e-7));
    }

    @Test
    void givesEveryClassifierAFolderOfItsOwn() {
        List<Trial> alike = SampleRuns.trials(List.of("A b", "A/b", "..", "Ü"), Map.of("beats", List.of("whole")), 1);
        TsmlResults.write(Comparison.of(SampleRuns.plan(alike), SampleRuns.runs(alike, trial -> 0.5)), folder);

        assertThat(folder.resolve("A-b/Predictions")).exists();
        assertThat(folder.resolve("A-b-2/Predictions")).exists();
        assertThat(folder.resolve("unnamed/Predictions")).exists();
        assertThat(folder.resolve("Ü/Predictions")).exists();
    }

    @Test
    void wouldNoticeWhatOthersWouldStumbleOver() throws IOException {
        write(runs);
        Path file = folder.resolve("Bad/Predictions/synthetic-patients/testResample0.csv");
        String text = Files.readString(file);
        for (String[] change : new String[][] {{"\n0,0,,", "\n0,1,,"}, {",,0\\.", ",,1."}, {"\n0,", "\nN,"}}) {
            Files.writeString(file, text.replaceFirst(change[0], change[1]));
            assertThatThrownBy(() -> TsmlFile.read(file)).as(change[1]).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
