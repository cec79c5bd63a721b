package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.answers.AnswersFile;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.results.FolderStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportSplitCommandTest {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats, patients]
            classifiers: [logistic-regression]
            canaries: false
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeExperiment() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), EXPERIMENT);
        out = folder.resolve("out");
    }

    private Cli export(String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("export-split", folder.resolve("mine.yaml").toString(), "--out", out.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static JsonNode manifest(Path split) throws IOException {
        return new JsonMapper().readTree(Files.readString(split.resolve("manifest.json")));
    }

    private static List<Integer> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .toList();
    }

    @Test
    void writesEverySplitWithItsManifest() throws IOException {
        Cli exported = export();

        assertThat(exported.err()).isEmpty();
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).isEqualTo("6 splits written to " + out + "\n");
        assertThat(FolderTree.names(out))
                .hasSize(24)
                .contains("beats/seed-1/whole/train.csv", "patients/seed-1/fold-5/manifest.json");
        Path split = out.resolve("patients/seed-1/fold-2");
        JsonNode manifest = manifest(split);
        assertThat(manifest.path("format").asInt()).isEqualTo(1);
        assertThat(manifest.path("experiment").asString()).isEqualTo("mine");
        assertThat(manifest.path("protocol").asString()).startsWith("patients/");
        assertThat(manifest.path("split").asString()).isEqualTo("fold-2");
        assertThat(manifest.path("seed").asInt()).isEqualTo(1);
        assertThat(manifest.path("classes").size()).isEqualTo(5);
        assertThat(manifest.path("dataset").path("fingerprint").asString()).hasSize(64);
        Set<Integer> all = new HashSet<>();
        for (String name : List.of("train.csv", "validation.csv", "test.csv")) {
            JsonNode part = manifest.path("files").path(name);
            List<Integer> rows = rows(split.resolve(name));
            assertThat(part.path("sha256").asString()).isEqualTo(Hash.of(split.resolve(name)));
            assertThat(rows).hasSize(part.path("rows").asInt()).isNotEmpty();
            all.addAll(rows);
        }
        assertThat(all).hasSize(600);
        assertThat(Files.readAllLines(split.resolve("train.csv")).get(0)).startsWith("row,subject,class,t000,");
        assertThat(Files.readAllLines(split.resolve("test.csv")).get(0)).startsWith("row,t000,");
    }

    @Test
    void testsTheRowsThatTrialsTest() throws IOException {
        export("--protocol", "patients");
        SmallResults results = SmallResults.run(folder, "mine", EXPERIMENT);
        FolderStore store = FolderStore.existing(results.folder());
        List<Trial> trials = store.plan().trials();

        for (Trial trial : trials) {
            if (trial.protocolId().equals("patients")) {
                Path split = out.resolve("patients/seed-1").resolve(trial.split());
                Answers answers = AnswersFile.read(results.folder().resolve("trials/" + trial.key() + "/test.csv.gz"));
                List<Integer> tested = IntStream.range(0, answers.size())
                        .mapToObj(answer -> answers.beat(answer).row())
                        .toList();
                assertThat(rows(split.resolve("test.csv"))).isEqualTo(tested);
                assertThat(manifest(split).path("dataset").path("fingerprint").asString())
                        .isEqualTo(trial.dataset().fingerprint());
            }
        }
        assertThat(out.resolve("beats")).doesNotExist();
    }

    @Test
    void replacesSplitsOnlyIfItIsTold() throws IOException {
        assertThat(export("--protocol", "beats").exitCode()).isZero();
        Path split = out.resolve("beats/seed-1/whole");
        Files.writeString(split.resolve("train.csv"), "changed");

        Cli again = export("--protocol", "beats");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("there is already a split in " + split, "--force");
        assertThat(split.resolve("train.csv")).hasContent("changed");

        assertThat(export("--protocol", "beats", "--force").exitCode()).isZero();
        assertThat(rows(split.resolve("train.csv"))).isNotEmpty();
        assertThat(split.getParent().toFile().list()).containsExactly("whole");
    }

    @Test
    void touchesNothingThatIsNoSplit() throws IOException {
        Path split = out.resolve("beats/seed-1/whole");
        Files.createDirectories(split);
        Files.writeString(split.resolve("diary.txt"), "mine");

        Cli refused = export("--protocol", "beats", "--force");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(split + " is there already, and holds no split");
        assertThat(split.resolve("diary.txt")).hasContent("mine");
    }

    @Test
    void namesTheProtocolsThatThereAre() {
        Cli refused = export("--protocol", "patient");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("patient", "patients");
        assertThat(out).doesNotExist();
    }
}
