package org.beatbench.reports.sections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.Conditions;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ConditionWordsTest {

    private static final String APART = "process of its own";

    private final Trial trial = SampleRuns.trial("Good", "beats", "whole", 1, Map.of());

    @Test
    void oneMachineAndProcessesOfTheirOwnNeedNoWarning() {
        Conditions conditions = Conditions.of(List.of(run("one", APART), run("one", APART)));
        assertThat(ConditionWords.warnings(conditions)).isEmpty();
        assertThat(ConditionWords.summary(conditions)).isEqualTo("each in a process of its own, on 1 machine");
    }

    @Test
    void trialsThatSharedAProcessAreCounted() {
        Conditions conditions = Conditions.of(List.of(run("one", APART), run("one", "inside the program")));
        assertThat(ConditionWords.warnings(conditions))
                .singleElement()
                .asString()
                .startsWith("1 trial of 2 did not run in a process of");
        assertThat(ConditionWords.summary(conditions)).isEqualTo("1 of 2 inside the program, on 1 machine");
    }

    @Test
    void severalMachinesAreCounted() {
        Conditions conditions = Conditions.of(List.of(run("one", APART), run("two", APART)));
        assertThat(ConditionWords.warnings(conditions))
                .singleElement()
                .asString()
                .contains("2 different machines");
        assertThat(ConditionWords.summary(conditions)).endsWith("on 2 machines or Java runtimes");
    }

    @Test
    void trialsWithoutCostsDoNotCount() {
        RunRecord failed = new RunRecord(
                trial,
                new Outcome.Failed("fit", "no heap", "trace"),
                machine("two", "inside the program"),
                Instant.EPOCH);
        assertThat(ConditionWords.warnings(Conditions.of(List.of(run("one", APART), failed))))
                .isEmpty();
        assertThat(ConditionWords.summary(Conditions.of(List.of(failed)))).isEqualTo("none completed");
    }

    private RunRecord run(String processor, String isolation) {
        return new RunRecord(
                trial, SampleRuns.completed(trial, 0.5).outcome(), machine(processor, isolation), Instant.EPOCH);
    }

    private static Environment machine(String processor, String isolation) {
        return new Environment("0.1.0", "c0ffee", "17", "Linux", processor, 2, 8_000_000_000L, isolation);
    }
}
