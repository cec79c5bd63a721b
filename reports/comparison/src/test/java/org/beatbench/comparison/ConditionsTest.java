package org.beatbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.beatbench.experiment.Trial;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private final Trial trial = SampleRuns.trial("Good", "beats", "whole", 1, Map.of());
    private final Outcome completed = SampleRuns.completed(trial, 0.5).outcome();

    @Test
    void countsMachinesAndThoseThatSharedAProcess() {
        Conditions conditions = Conditions.of(List.of(
                run(completed, "one", "process of its own"),
                run(completed, "two", "process of its own"),
                run(completed, "two", "inside the program")));
        assertThat(conditions.trials()).isEqualTo(3);
        assertThat(conditions.together()).isEqualTo(1);
        assertThat(conditions.machines()).isEqualTo(2);
    }

    @Test
    void trialsWithoutCostsDoNotCount() {
        RunRecord failed = run(new Outcome.Failed("fit", "no heap", "trace"), "two", "inside the program");
        assertThat(Conditions.of(List.of(failed)).trials()).isZero();
    }

    private RunRecord run(Outcome outcome, String processor, String isolation) {
        Environment machine =
                new Environment("0.1.0", "c0ffee", "17", "Linux", processor, 2, 8_000_000_000L, isolation);
        return new RunRecord(trial, outcome, machine, Instant.EPOCH);
    }
}
