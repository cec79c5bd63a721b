package org.beatbench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFileTest {

    private static Experiment read(String text) {
        return ExperimentFile.read(text, "mine", "mine.yaml");
    }

    @Test
    void readsEveryKey() {
        Experiment experiment = read("""
                title: Mine
                dataset: {id: synthetic, settings: {seed: 7}}
                protocols: [beats, patients]
                classifiers:
                  - knn
                  - id: decision-tree
                    label: Small
                    settings: {depth: [4, 8]}
                    resampling: smote
                    calibration: temperature
                canaries: false
                robustness: 500
                seeds: [1, 2]
                limits: {time: 90s, memory: 2g, threads: 3}
                saliency: {beats: 20, protocols: [patients]}
                """);

        assertThat(experiment)
                .isEqualTo(new Experiment(
                        "mine",
                        "Mine",
                        new NamedSettings("synthetic", Map.of("seed", 7)),
                        List.of(),
                        List.of("beats", "patients"),
                        List.of(
                                new Entry("", new NamedSettings("knn", Map.of()), "none"),
                                new Entry(
                                        "Small",
                                        new NamedSettings("decision-tree", Map.of("depth", List.of(4, 8))),
                                        "smote",
                                        "temperature")),
                        List.of(1L, 2L),
                        new Limits(Duration.ofSeconds(90), 2048, 3),
                        false,
                        "",
                        Map.of(
                                "robustness",
                                new InquiryUse(500, List.of()),
                                "saliency",
                                new InquiryUse(20, List.of("patients")))));
    }

    @Test
    void readsThatValidationBeatsAreLearnedFrom() {
        Experiment experiment = read(
                "{dataset: mitdb, protocols: beats, classifiers: [{id: knn, validation: joined}, {id: knn, label: B}]}");

        assertThat(experiment.entries()).extracting(Entry::joinsValidation).containsExactly(true, false);
    }

    @Test
    void readsTheSeedsOfAnEntry() {
        Experiment experiment = read(
                "{dataset: mitdb, protocols: beats, seeds: [1, 2], classifiers: [{id: knn, seeds: 1}, {id: cnn}]}");

        assertThat(experiment.entries()).extracting(Entry::seeds).containsExactly(List.of(1L), List.of());
    }

    @Test
    void refusesAnotherUseOfValidationBeats() {
        assertThatThrownBy(() -> read("{dataset: mitdb, protocols: beats, classifiers: [{id: knn, validation: none}]}"))
                .hasMessageContaining("classifiers[1]")
                .hasMessageContaining("validation must be joined");
    }

    @Test
    void fillsInWhatIsNotWritten() {
        Experiment experiment = read("{dataset: mitdb, protocols: beats, classifiers: all}");

        assertThat(experiment.title()).isEqualTo("mine");
        assertThat(experiment.entries()).as("every classifier there is").containsExactly(Entry.ALL_OTHERS);
        assertThat(experiment.seeds()).containsExactly(1L);
        assertThat(experiment.limits()).isEqualTo(Limits.defaults());
        assertThat(experiment.canaries()).isTrue();
        assertThat(experiment.inquiries()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> read("""
                        datset: mitdb
                        protocols: [beats, beats]
                        classifiers: [{label: x, setings: {}}]
                        seeds: [one]
                        canaries: perhaps
                        robustness: some
                        saliency: -5
                        limits: {time: soon, memory: 12, threads: 0}
                        """))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("mine.yaml:")
                .hasMessageContaining("unknown key datset; did you mean dataset?")
                .hasMessageContaining("dataset is missing")
                .hasMessageContaining("protocols names beats twice")
                .hasMessageContaining("classifiers[1]: unknown key setings; did you mean settings?")
                .hasMessageContaining("classifiers[1]: id is missing")
                .hasMessageContaining("seeds must be whole numbers: one")
                .hasMessageContaining("canaries: must be true or false: perhaps")
                .hasMessageContaining("robustness: must be a number of test beats, 50 or more: some")
                .hasMessageContaining("saliency: must be a number of beats of each class, 0 to 9999: -5")
                .hasMessageContaining("limits: time: must be a time such as 90s, 30m or 2h: soon")
                .hasMessageContaining("limits: memory: must be a size such as 512m or 6g: 12")
                .hasMessageContaining("limits: threads: threads must be at least 1: 0");
    }

    @Test
    void namesWhatIsWrongWithAnInquiry() {
        assertThatThrownBy(() -> read("""
                        {dataset: mitdb, protocols: [beats, ds1-ds2], classifiers: all,
                        robustness: {protocols: [ds1-ds], beat: 50},
                        saliency: {beats: many, protocols: []}}
                        """))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("robustness: unknown key beat; did you mean beats?")
                .hasMessageContaining("robustness: beats is missing")
                .hasMessageContaining("robustness: protocols names ds1-ds, which is not a protocol of this experiment;"
                        + " did you mean ds1-ds2?")
                .hasMessageContaining("saliency: protocols must name at least one")
                .hasMessageContaining("saliency: beats: must be a number of beats of each class, 0 to 9999: many");
    }

    @Test
    void saysWhatIsWrongWithTheTextInPlainWords() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> read("dataset:\n\tid: mitdb\n")).hasMessageContaining("a tab");
        assertThatThrownBy(() -> read("dataset: a\n---\ndataset: b\n")).hasMessageContaining("a second document");
        assertThatThrownBy(() -> read("{dataset: , protocols: , classifiers: , seeds: []}"))
                .hasMessageContaining("dataset is missing")
                .hasMessageContaining("protocols is missing")
                .hasMessageContaining("classifiers is missing")
                .hasMessageContaining("seeds must name at least one");
    }

    @Test
    void refusesNamesThatWouldLeaveTheResultFolder(@TempDir Path folder) throws IOException {
        for (String name : List.of(".yaml", "...yaml", ".hidden.yaml")) {
            Path file = Files.writeString(folder.resolve(name), "{dataset: a, protocols: b, classifiers: all}");

            assertThatThrownBy(() -> ExperimentFile.read(file))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void readsTheFileOfFoldsThatAProtocolGoesBy() {
        String text = "dataset: mitdb\nclassifiers: knn\n";
        assertThat(ExperimentFile.read(text + "protocols: [folds, beats]\nfolds: mine.csv", "mine", "mine.yaml")
                        .folds())
                .isEqualTo("mine.csv");
        assertThat(ExperimentFile.read(text + "protocols: beats", "mine", "mine.yaml")
                        .folds())
                .isEmpty();
        assertThatThrownBy(() -> ExperimentFile.read(text + "protocols: folds-by-subject", "mine", "mine.yaml"))
                .hasMessageContaining("folds is missing: the file that says which row is in which fold");
        assertThatThrownBy(() -> ExperimentFile.read(text + "protocols: beats\nfolds: a.csv", "mine", "mine.yaml"))
                .hasMessageContaining("folds names a file that no protocol goes by");
    }

    @Test
    void joinsADataSetWithTheOneItIsTestedOn() {
        String text = "dataset: mitdb\nclassifiers: knn\n";
        String second = "test-dataset: {id: wfdb, settings: {folder: mine}}\n";
        NamedSettings joined = ExperimentFile.read(text + second + "protocols: across", "mine", "mine.yaml")
                .dataset();
        assertThat(joined.id()).isEqualTo("mitdb-to-wfdb");
        assertThat(joined.settings()).containsEntry("training", "{}").containsEntry("test", "{\"folder\":\"mine\"}");
        assertThat(ExperimentFile.read(
                                text + second + "protocols: across\nforms: [kaggle, context]", "mine", "mine.yaml")
                        .formSettings()
                        .get(1))
                .containsEntry("training", "{\"form\":\"context\"}")
                .containsEntry("test", "{\"folder\":\"mine\",\"form\":\"context\"}");
        assertThatThrownBy(() -> ExperimentFile.read(text + "protocols: across", "mine", "mine.yaml"))
                .hasMessageContaining("test-dataset is missing: the data set that is tested");
        assertThatThrownBy(() -> ExperimentFile.read(text + second + "protocols: [across, beats]", "mine", "mine.yaml"))
                .hasMessageContaining("test-dataset is for the protocol across, which must then be the only one");
    }

    @Test
    void saysWhereTextIsNotYaml() {
        assertThatThrownBy(() -> read("dataset: mitdb\nprotocols: [beats\nclassifiers: all\n"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("mine.yaml:");
        assertThatThrownBy(() -> read("dataset: a\ndataset: b\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("dataset");
        assertThatThrownBy(() -> read("")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> read("just a word")).isInstanceOf(UserError.class);
    }
}
