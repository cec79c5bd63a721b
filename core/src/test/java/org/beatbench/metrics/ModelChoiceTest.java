package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.results.AnsweredBeat;
import org.beatbench.results.Answers;
import org.beatbench.results.Costs;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {

    private static final Costs COSTS =
            new Costs(1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1, 1);

    private static Trial candidate(int k) {
        return new Trial(
                "knn",
                new DatasetUse("d", "1", Map.of(), "f"),
                "beats/1",
                "whole",
                new ClassifierUse("knn", "1", Map.of("k", Integer.toString(k)), Map.of(), "built-in"),
                "none",
                ValidationUse.HELD_OUT,
                1,
                1,
                17);
    }

    /** Two beats of two classes, answered with this probability for the right class. */
    private static Answers answers(float right) {
        return Answers.of(
                List.of("a", "b"),
                List.of(new AnsweredBeat(0, "", "", -1, 0), new AnsweredBeat(1, "", "", -1, 1)),
                Predictions.of(Rows.of(new float[] {right, 1 - right, 1 - right, right}, 2)));
    }

    private static RunRecord run(int k, float validation, float test) {
        return run(k, new Outcome.Completed(answers(validation), answers(test), COSTS));
    }

    private static RunRecord run(int k, Outcome outcome) {
        return new RunRecord(candidate(k), outcome, new Environment("", "", "", "", 1, 1, ""), Instant.EPOCH);
    }

    @Test
    void choosesByValidationAndNotByTest() {
        RunRecord goodInTest = run(1, 0, 1);
        RunRecord goodInValidation = run(2, 1, 0);

        assertThat(ModelChoice.winners(List.of(candidate(1), candidate(2)), List.of(goodInTest, goodInValidation)))
                .containsExactly(goodInValidation);
    }

    @Test
    void takesTheFirstOfEquals() {
        RunRecord first = run(1, 1, 0);
        RunRecord second = run(2, 1, 1);

        assertThat(ModelChoice.winners(List.of(candidate(1), candidate(2)), List.of(first, second)))
                .containsExactly(first);
    }

    @Test
    void waitsForCandidatesThatAreMissing() {
        assertThat(ModelChoice.winners(List.of(candidate(1), candidate(2)), List.of(run(1, 1, 1))))
                .isEmpty();
    }

    @Test
    void doesNotChooseWhatFailed() {
        RunRecord failed = run(1, new Outcome.Failed("fit", "why", ""));
        RunRecord completed = run(2, 0, 0);

        assertThat(ModelChoice.winners(List.of(candidate(1), candidate(2)), List.of(failed, completed)))
                .containsExactly(completed);
        assertThat(ModelChoice.winners(List.of(candidate(1)), List.of(failed))).isEmpty();
    }
}
