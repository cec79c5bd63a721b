package org.beatbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.junit.jupiter.api.Test;

class InputLadderTest {

    private static final Protocol PROTOCOL = Protocols.of("patients-fold");

    @Test
    void isThereOnlyWhereFormsAreCompared() {
        assertThat(InputLadder.of(comparison(List.of("kaggle"), Map.of("Tree · kaggle", 0.5))))
                .isEmpty();
        InputLadder ladder = ladder(0.5, 0.9);
        assertThat(ladder.forms()).containsExactly("kaggle", "context");
        assertThat(ladder.classifiers()).containsExactly("Tree");
    }

    @Test
    void comparesEachFormWithTheOneBefore() {
        for (boolean better : new boolean[] {true, false}) {
            InputLadder ladder = better ? ladder(0.5, 0.9) : ladder(0.9, 0.5);
            assertThat(ladder.step("Tree", "kaggle", PROTOCOL)).isEmpty();
            PairwiseComparison step = ladder.step("Tree", "context", PROTOCOL).orElseThrow();
            assertThat(step.first()).as("the higher one").isEqualTo(better ? "Tree · context" : "Tree · kaggle");
            double higher = ladder.score("Tree", better ? "context" : "kaggle", PROTOCOL)
                    .flatMap(Score::macroF1)
                    .orElseThrow()
                    .value();
            double lower = ladder.score("Tree", better ? "kaggle" : "context", PROTOCOL)
                    .flatMap(Score::macroF1)
                    .orElseThrow()
                    .value();
            assertThat(step.difference().estimate()).isCloseTo(higher - lower, within(1e-12));
        }
    }

    @Test
    void leavesOutARecord() {
        InputLadder ladder = ladder(0.5, 0.9);
        Score score = ladder.score("Tree", "context", PROTOCOL).orElseThrow();
        List<ConfusionMatrix> others = new ArrayList<>();
        ConfusionMatrix.byRecord(score.answers()).forEach((record, matrix) -> {
            if (!record.equals("s3")) {
                others.add(matrix);
            }
        });
        assertThat(ladder.macroF1Without(score, "s3"))
                .isEqualTo(ConfusionMatrix.sum(others).macroF1());
        assertThat(ladder.rulingRecord(PROTOCOL))
                .as("ten records share every class")
                .isEmpty();
    }

    private static InputLadder ladder(double poor, double rich) {
        return InputLadder.of(
                        comparison(List.of("kaggle", "context"), Map.of("Tree · kaggle", poor, "Tree · context", rich)))
                .orElseThrow();
    }

    private static Comparison comparison(List<String> forms, Map<String, Double> right) {
        List<Trial> trials = new ArrayList<>();
        for (String form : forms) {
            Trial trial = SampleRuns.trial("Tree · " + form, "patients-fold", "fold-1", 1, Map.of());
            trials.add(new Trial(
                    trial.label(),
                    new DatasetUse("synthetic", "1", Map.of("form", form), "fedcba98".repeat(8)),
                    trial.protocol(),
                    trial.split(),
                    trial.classifier(),
                    trial.resampling(),
                    trial.calibration(),
                    trial.validation(),
                    trial.asked(),
                    trial.seed(),
                    trial.threads(),
                    trial.java(),
                    trial.folds()));
        }
        return Comparison.of(
                SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> right.getOrDefault(trial.label(), 0.0)));
    }
}
