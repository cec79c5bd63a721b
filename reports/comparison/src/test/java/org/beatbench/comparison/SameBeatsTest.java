package org.beatbench.comparison;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class SameBeatsTest {

    private static final List<Trial> TRIALS =
            SampleRuns.trials(List.of("One", "Two"), Map.of("beats", List.of("whole")), 1);

    @Test
    void letsRunsOfTheSameBeatsPass() {
        assertThatCode(() -> SameBeats.require(SampleRuns.runs(TRIALS, trial -> 0.7)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTwoThatDisagree() {
        List<RunRecord> runs = new ArrayList<>(SampleRuns.runs(TRIALS, trial -> 0.7));
        Outcome.Completed second = (Outcome.Completed) runs.get(1).outcome();
        runs.set(
                1,
                SampleRuns.run(
                        TRIALS.get(1),
                        new Outcome.Completed(second.validation(), second.test().none(), second.costs())
                                .after(second.epochs())));

        assertThatThrownBy(() -> SameBeats.require(runs))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(TRIALS.get(0).key(), TRIALS.get(1).key());
    }
}
