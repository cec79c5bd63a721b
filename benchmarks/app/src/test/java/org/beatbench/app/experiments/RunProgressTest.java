package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Epoch;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.harness.TimeEstimate;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private static final Trial TRIAL = new Trial(
            "Network",
            new DatasetUse("toy", "1", Map.of(), "f"),
            "beats/1",
            "beats",
            new ClassifierUse("network", "1", Map.of(), Map.of(), "built-in"),
            "none",
            "none",
            ValidationUse.HELD_OUT,
            Map.of(),
            1,
            1,
            17,
            "");

    private static final Epoch EPOCH =
            new Epoch(1, 2, 0.5, 0.75, Double.NaN, Double.NaN, Double.NaN, 0.1, 100, Duration.ofSeconds(1));

    private final StringWriter out = new StringWriter();
    private final TimeEstimate estimate =
            new TimeEstimate(Beats.builder(List.of("N"), 1).build(), Map.of());

    @Test
    void printsTheEpochsOfATrialBetweenItsStartAndItsEnd() {
        try (RunProgress progress =
                new RunProgress(new Screen(Terminal.NONE, new PrintWriter(out)), new PrintWriter(out), estimate)) {
            progress.planned(List.of(TRIAL), 1);
            progress.epoch(TRIAL, EPOCH);
            progress.started(TRIAL);
            progress.epoch(TRIAL, EPOCH);
            progress.stored(new RunRecord(
                    TRIAL,
                    new Outcome.Stopped("took too long", List.of(EPOCH)),
                    new Environment("1", "c0ffee", "17", "system", "processor", 1, 1, Environment.OWN_PROCESS),
                    Instant.EPOCH));
            progress.epoch(TRIAL, EPOCH);
        }
        assertThat(out.toString().replace('\u202f', ' ').lines())
                .containsExactly(
                        "  epoch 1/2: loss 0.500, training accuracy 75.0 %, 100 beats/s, about 5 s left",
                        "[1/1] " + TRIAL.inWords() + ": STOPPED: it took too long");
    }
}
