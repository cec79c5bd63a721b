package org.beatbench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final DatasetUse DATASET = new DatasetUse("d", "1", Map.of("a", "1"), "f");
    private static final ClassifierUse CLASSIFIER =
            new ClassifierUse("c", "1", Map.of("k", "1"), Map.of("l", "1"), "built-in");
    private static final Trial TRIAL = new Trial(
            "label",
            DATASET,
            "beats/1",
            "beats",
            CLASSIFIER,
            "none",
            "none",
            ValidationUse.JOINED,
            Map.of(),
            1,
            2,
            17,
            "");

    @Test
    void hasAnotherKeyForEverythingThatCanChangeItsAnswers() {
        List<Trial> others = List.of(
                with(new DatasetUse("e", "1", Map.of("a", "1"), "f"), CLASSIFIER),
                with(new DatasetUse("d", "2", Map.of("a", "1"), "f"), CLASSIFIER),
                with(new DatasetUse("d", "1", Map.of("a", "2"), "f"), CLASSIFIER),
                with(new DatasetUse("d", "1", Map.of("a", "1"), "g"), CLASSIFIER),
                with(DATASET, new ClassifierUse("b", "1", Map.of("k", "1"), Map.of("l", "1"), "built-in")),
                with(DATASET, new ClassifierUse("c", "2", Map.of("k", "1"), Map.of("l", "1"), "built-in")),
                with(DATASET, new ClassifierUse("c", "1", Map.of("k", "2"), Map.of("l", "1"), "built-in")),
                with(DATASET, new ClassifierUse("c", "1", Map.of("k", "1"), Map.of("l", "2"), "built-in")),
                with(DATASET, new ClassifierUse("c", "1", Map.of("k", "1"), Map.of("l", "1"), "plug-in x 1")),
                new Trial(
                        "label",
                        DATASET,
                        "beats/2",
                        "beats",
                        CLASSIFIER,
                        "none",
                        "none",
                        ValidationUse.JOINED,
                        Map.of(),
                        1,
                        2,
                        17,
                        ""),
                new Trial(
                        "label",
                        DATASET,
                        "beats/1",
                        "fold",
                        CLASSIFIER,
                        "none",
                        "none",
                        ValidationUse.JOINED,
                        Map.of(),
                        1,
                        2,
                        17,
                        ""),
                new Trial(
                        "label",
                        DATASET,
                        "beats/1",
                        "beats",
                        CLASSIFIER,
                        "over",
                        "none",
                        ValidationUse.JOINED,
                        Map.of(),
                        1,
                        2,
                        17,
                        ""),
                new Trial(
                        "label",
                        DATASET,
                        "beats/1",
                        "beats",
                        CLASSIFIER,
                        "none",
                        "none",
                        ValidationUse.HELD_OUT,
                        Map.of(),
                        1,
                        2,
                        17,
                        ""),
                calibrated("temperature", ValidationUse.HELD_OUT),
                calibrated("temperature", ValidationUse.JOINED),
                asked(20),
                asked(30),
                new Trial(
                        "label",
                        DATASET,
                        "beats/1",
                        "beats",
                        CLASSIFIER,
                        "none",
                        "none",
                        ValidationUse.JOINED,
                        Map.of(),
                        2,
                        2,
                        17,
                        ""),
                new Trial(
                        "label",
                        DATASET,
                        "beats/1",
                        "beats",
                        CLASSIFIER,
                        "none",
                        "none",
                        ValidationUse.JOINED,
                        Map.of(),
                        1,
                        1,
                        17,
                        ""),
                new Trial(
                        "label",
                        DATASET,
                        "beats/1",
                        "beats",
                        CLASSIFIER,
                        "none",
                        "none",
                        ValidationUse.JOINED,
                        Map.of(),
                        1,
                        2,
                        25,
                        ""));

        assertThat(others).extracting(Trial::key).doesNotHaveDuplicates().doesNotContain(TRIAL.key());
    }

    @Test
    void keepsItsKeyWhenOnlyItsLabelChanges() {
        Trial renamed = new Trial(
                "other",
                DATASET,
                "beats/1",
                "beats",
                CLASSIFIER,
                "none",
                "none",
                ValidationUse.JOINED,
                Map.of(),
                1,
                2,
                17,
                "");

        assertThat(renamed.key()).isEqualTo(TRIAL.key()).matches("[0-9a-f]{20}");
    }

    @Test
    void keepsTheKeyItHadBeforeThereWasAnyCalibration() {
        assertThat(calibrated("none", ValidationUse.JOINED)).isEqualTo(TRIAL);
        assertThat(TRIAL.key()).isEqualTo("cfa7250f35a6263fa0ed");
    }

    @Test
    void keepsItsKeyUnlessRobustnessIsAskedFor() {
        assertThat(robust(0)).isEqualTo(TRIAL);
        assertThat(List.of(robust(100), robust(200)))
                .extracting(Trial::key)
                .doesNotHaveDuplicates()
                .doesNotContain(TRIAL.key());
    }

    private static Trial robust(int beats) {
        return new Trial(
                "label",
                DATASET,
                "beats/1",
                "beats",
                CLASSIFIER,
                "none",
                "none",
                ValidationUse.JOINED,
                Map.of("robustness", beats),
                1,
                2,
                17,
                "");
    }

    @Test
    void theFileOfFoldsNamesNoTrialButItsContentDoes() {
        assertThat(withFolds("folds/1-abc", "here.csv").key())
                .isEqualTo(withFolds("folds/1-abc", "there.csv").key());
        assertThat(withFolds("folds/1-abc", "here.csv").key())
                .isNotEqualTo(withFolds("folds/1-abd", "here.csv").key());
        assertThat(withFolds(TRIAL.protocol(), "here.csv").key()).isEqualTo(TRIAL.key());
    }

    private static Trial withFolds(String protocol, String folds) {
        return new Trial(
                TRIAL.label(),
                TRIAL.dataset(),
                protocol,
                TRIAL.split(),
                TRIAL.classifier(),
                TRIAL.resampling(),
                TRIAL.calibration(),
                TRIAL.validation(),
                TRIAL.asked(),
                TRIAL.seed(),
                TRIAL.threads(),
                TRIAL.java(),
                folds);
    }

    @Test
    void aProtocolWithANewNameLeavesItsKeysAlone() {
        Trial first = under("seed/1");
        assertThat(first.protocol()).isEqualTo("copies/1");
        assertThat(first.key()).isEqualTo(under("copies/1").key()).isEqualTo("6381da882f03f40a2a92");
    }

    private static Trial under(String protocol) {
        return new Trial(
                "label",
                DATASET,
                protocol,
                "beats",
                CLASSIFIER,
                "none",
                "none",
                ValidationUse.JOINED,
                Map.of(),
                1,
                2,
                17,
                "");
    }

    @Test
    void keepsItsKeyIfItIsNotAskedWhatItsModelLooksAt() {
        assertThat(asked(0)).isEqualTo(TRIAL);
    }

    private static Trial asked(int saliency) {
        return new Trial(
                "label",
                DATASET,
                "beats/1",
                "beats",
                CLASSIFIER,
                "none",
                "none",
                ValidationUse.JOINED,
                Map.of("saliency", saliency),
                1,
                2,
                17,
                "");
    }

    private static Trial calibrated(String calibration, ValidationUse validation) {
        return new Trial(
                "label",
                DATASET,
                "beats/1",
                "beats",
                CLASSIFIER,
                "none",
                calibration,
                validation,
                Map.of(),
                1,
                2,
                17,
                "");
    }

    private static Trial with(DatasetUse dataset, ClassifierUse classifier) {
        return new Trial(
                "label",
                dataset,
                "beats/1",
                "beats",
                classifier,
                "none",
                "none",
                ValidationUse.JOINED,
                Map.of(),
                1,
                2,
                17,
                "");
    }
}
