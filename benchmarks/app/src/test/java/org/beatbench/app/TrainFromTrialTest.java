package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model of a trial that was run can be kept, and answers as it did then. */
class TrainFromTrialTest {

    @TempDir
    private static Path root;

    private static SmallResults results;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        results = SmallResults.run(root, "small", """
                dataset: {id: synthetic, settings: {subjects: 8, beats: 50}}
                protocols: [patients]
                classifiers:
                  - {id: logistic-regression, settings: {epochs: 2}, resampling: over}
                  - {id: knn, calibration: temperature}
                canaries: false
                """);
    }

    private Cli train(String from, String... more) {
        String model = folder.resolve("m").toString();
        return Cli.run(Stream.concat(
                        Stream.of("train", "--from", from, "--results", root.toString(), "--out", model),
                        List.of(more).stream())
                .toArray(String[]::new));
    }

    @Test
    void answersAsTheTrialDid() throws IOException {
        String key = results.trial("logistic-regression").key();
        Cli trained = train("small/" + key.substring(0, 8));
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out())
                .contains("test answers are those of trial " + key + ", bit for bit.")
                .contains("protocol patients");
    }

    @Test
    void keepsTheCalibration() throws IOException {
        String key = results.trial("knn").key();
        Cli trained = train("small/" + key);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out())
                .contains("calibrated, temperature ")
                .contains("test answers are those of trial " + key + ", bit for bit.");
        Cli checked = Cli.run("model", "check", folder.resolve("m").toString());
        assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
    }

    @Test
    void listsTrialsWhereNoneIsNamed() throws IOException {
        Cli listed = train("small");
        assertThat(listed.exitCode()).isEqualTo(2);
        assertThat(listed.err()).contains(results.trial("knn").key() + "  ").contains("give EXPERIMENT/KEY");
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsSaidTwice() throws IOException {
        assertThat(train("small/ffff").err()).contains("unknown trial \"ffff\"");
        assertThat(train("large/ffff").exitCode()).isEqualTo(2);
        Cli twice = train("small/" + results.trial("knn").key(), "--seed", "3");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).contains("--from says all of how to train, and so does --seed");
        Cli nothing = Cli.run("train", "--out", folder.resolve("m").toString());
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("name a classifier, or a trial with --from");
    }
}
