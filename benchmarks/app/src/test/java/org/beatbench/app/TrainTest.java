package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainTest {

    @TempDir
    private Path folder;

    private Cli train(String... more) {
        List<String> all = new ArrayList<>(List.of("train", "logistic-regression", "--dataset", "synthetic"));
        all.addAll(List.of("--set", "subjects=8", "--set", "beats=50"));
        all.addAll(List.of(more));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", folder.resolve("model").toString()));
        }
        return Cli.run(all.toArray(new String[0]));
    }

    @Test
    void savesAModelAndSaysWhatItIs() {
        Cli trained = train("--setting", "epochs=3", "--seed", "7", "--threads", "1");

        assertThat(trained.exitCode()).isZero();
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out().replace('\u202f', ' '))
                .contains("Logistic regression (logistic-regression ", "epochs 3", "SYNTHETIC", "seed, threads: 7, 1")
                .contains("All 400 beats were learned from and none held out")
                .contains("187 numbers from 0 to 1, a beat at 120 samples a second")
                .contains("Saved in " + folder.resolve("model"));
        assertThat(folder.resolve("model")).isDirectoryContaining("glob:**/model.json");
    }

    @Test
    void putsTheScoresOfAProtocolOnTheCard() {
        Cli trained = train("--protocol", "patients", "--resampling", "over", "--json");
        JsonNode card = new JsonMapper().readTree(trained.out());

        assertThat(trained.err()).contains("Synthetic heartbeats: 400 beats");
        assertThat(card.path("training").path("protocol").asString()).isEqualTo("patients/1");
        assertThat(card.path("training").path("resampling").asString()).isEqualTo("over");
        assertThat(card.path("training").path("synthetic").asBoolean()).isTrue();
        assertThat(card.path("scores").path(0).path("part").asString()).isEqualTo("test");
        assertThat(card.path("scores").path(0).path("unit").asString()).isEqualTo("subject");
        assertThat(card.path("scores").path(0).path("subjects").asInt()).isBetween(1, 2);
        assertThat(card.path("beats").path("rate").asDouble()).isEqualTo(120);
        assertThat(card.path("payload").size()).isEqualTo(1);
    }

    @Test
    void describesTheModelAfterwards() throws IOException {
        String printed = train("--protocol", "beats").out();
        String described =
                Cli.run("describe", folder.resolve("model").toString()).out();

        assertThat(printed).contains(described);
        assertThat(described).contains("protocol beats/1 whole", "Scores on test beats, SYNTHETIC", "macro-F1");
        assertThat(Cli.run("describe", folder.resolve("model").toString(), "--json")
                        .out())
                .isEqualToIgnoringNewLines(Files.readString(folder.resolve("model/model.json")));
    }

    @Test
    void replacesAModelOnlyIfForced() {
        assertThat(train("--seed", "1").exitCode()).isZero();
        Cli refused = train("--seed", "2");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("there is already a model in").contains("--force");
        assertThat(refused.out()).as("found out before anything was loaded").isEmpty();
        assertThat(train("--seed", "2", "--force").out()).contains("seed, threads: 2,");
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("model"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    train knn                                                  | Missing required option: '--out=MODEL'
                    train --out OUT                                            | nothing says what to train
                    train kn --dataset synthetic --out OUT                     | unknown classifier "kn"
                    train knn --dataset sinthetic --out OUT                    | unknown data set "sinthetic"
                    train knn --dataset synthetic --set sed=1 --out OUT        | unknown setting sed; did you mean seed?
                    train knn --dataset synthetic --setting neighbors=1 --out OUT | did you mean neighbours?
                    train knn --dataset synthetic --setting neighbours=many --out OUT | neighbours must be a whole number
                    train knn --dataset synthetic --setting neighbours --out OUT | neighbours
                    train knn --dataset synthetic --resampling smoke --out OUT | unknown resampling "smoke"
                    train knn --dataset synthetic --protocol patient --out OUT | unknown protocol "patient"
                    train knn --dataset synthetic --protocol seed --out OUT    | copies of test beats
                    train knn --dataset synthetic --protocol ds1-ds2 --out OUT | needs all 44 records
                    train knn --dataset synthetic --seed one --out OUT         | 'one' is not a long
                    train knn --dataset synthetic --threads 0 --out OUT        | --threads must be 1 to 9999: 0
                    train knn --dataset synthetic --out pom.xml                | is a file, and a model is a folder
                    train knn --dataset synthetic --out .                      | holds something else than a model
                    train knn --dataset synthetic --out . --force              | holds something else than a model
                    train knn --dataset synthetic --out /                      | something else than a model
                    train knn --dataset synthetic --out pom.xml/model          | cannot be written
                    train knn --dataset mitdb --data /nowhere --out OUT        | /nowhere/mitdb does not exist
                    train knn --plugins /nowhere --out OUT                     | there is no folder of plug-ins
                    """)
    void answersAMistakeInOneLineAndLeavesNothing(String command, String message) {
        Cli answer =
                Cli.run(command.replace("OUT", folder.resolve("a/b").toString()).split(" "));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: ").contains(message).doesNotContain("\tat ", "Exception");
        assertThat(answer.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void savesAModelAsOneFile() throws IOException {
        String zip = folder.resolve("model.zip").toString();
        assertThat(train("--threads", "1").exitCode()).isZero();
        Cli trained = train("--threads", "1", "--out", zip);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Path rows = Files.writeString(folder.resolve("rows.csv"), "0,1,0.5" + ",0.25".repeat(184) + "\n");

        Cli answered = Cli.run("predict", zip, rows.toString());
        assertThat(answered.exitCode()).as(answered.err()).isZero();
        assertThat(answered.out())
                .isEqualTo(Cli.run("predict", folder.resolve("model").toString(), rows.toString())
                        .out());
        assertThat(Cli.run("model", "check", zip).out()).contains("SAME: 20 of 20");
        assertThat(Cli.run("describe", zip).out()).startsWith("Logistic regression");
        assertThat(train("--out", zip).err()).contains("there is already a model in " + zip);
        Files.writeString(folder.resolve("model.zip"), "no zip at all, but a text");
        Cli refused = Cli.run("predict", zip, rows.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(zip + " is no zip of a model, or damaged");
    }

    @Test
    void savesAModelThatAnswersLaterWhatItAnsweredThen() throws IOException {
        String model = folder.resolve("checked").toString();
        Cli trained = Cli.run(
                "train",
                "decision-tree",
                "--dataset",
                "synthetic",
                "--set",
                "subjects=4",
                "--set",
                "beats=50",
                "--out",
                model);
        assertThat(trained.exitCode()).as(trained.err()).isZero();

        Cli checked = Cli.run("model", "check", model);
        assertThat(checked.exitCode()).as(checked.err()).isZero();
        assertThat(checked.out())
                .contains("each file as it was saved", "SAME: 20 of 20 made-up beats", "of a probability 0.0e+00");
        assertThat(Cli.run("model", "check", model, "--json").out()).contains("\"same\" : true", "\"beats\" : 20");

        Path card = folder.resolve("checked/model.json");
        Files.writeString(card, Files.readString(card).replaceFirst("\"N\", \"S\"", "\"S\", \"N\""));
        Cli refused = Cli.run("model", "check", model);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is not what was saved");
    }
}
