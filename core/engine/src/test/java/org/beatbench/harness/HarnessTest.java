package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.NearestMeanProvider.Behaviour;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome.Completed;
import org.beatbench.results.Outcome.Failed;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessTest {

    @TempDir
    private Path folder;

    private final List<Trial> trials = Toys.trials(Toys.experiment(
            List.of("beats", "patients"),
            Toys.entry("good", Map.of()),
            Toys.entry("bad", Map.of("behaviour", "throw"))));

    private final List<Trial> run = new ArrayList<>();
    private final TrialRunner runner = (trial, progress, cancellation) -> {
        run.add(trial);
        return Toys.runner().run(trial, progress, cancellation);
    };

    @Test
    void runsEveryTrialAndGoesOnAfterFailures() throws IOException {
        FolderStore store = FolderStore.open(folder);
        new Harness(store, runner, new RunListener() {}).run(trials, record -> false, Cancellation.NEVER);

        assertThat(run).containsExactlyElementsOf(trials).hasSize(12);
        for (Trial trial : trials) {
            RunRecord record = store.find(trial).orElseThrow();
            assertThat(record.outcome()).isInstanceOf(trial.label().equals("good") ? Completed.class : Failed.class);
        }
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        FolderStore store = FolderStore.open(folder);
        Harness harness = new Harness(store, runner, new RunListener() {});
        assertThatThrownBy(() -> harness.run(trials, record -> false, () -> run.size() == 5))
                .isInstanceOf(CancelledException.class);

        harness.run(trials, record -> false, Cancellation.NEVER);

        assertThat(run).startsWith(trials.subList(0, 5).toArray(new Trial[0])).endsWith(trials.get(11));
        assertThat(run.size()).as("only the trial in flight is repeated").isBetween(12, 13);
    }

    @Test
    void countsEveryLookAtTheTestBeats() throws IOException {
        FolderStore store = FolderStore.open(folder);
        Harness harness = new Harness(store, runner, new RunListener() {});
        harness.run(trials, record -> false, Cancellation.NEVER);
        harness.run(trials, record -> true, Cancellation.NEVER);

        assertThat(run).hasSize(24);
        for (Trial trial : trials) {
            assertThat(store.find(trial).orElseThrow().looks())
                    .isEqualTo(trial.label().equals("good") ? 2 : 0);
        }
    }

    @Test
    void letsItsListenerHearWhatATrialTells() throws IOException {
        Trial trial = Toys.trial(Behaviour.GOOD, 2);
        List<Object> heard = new ArrayList<>();
        RunListener listener = new RunListener() {

            @Override
            public void advanced(Trial running, String stage, long done, long total) {
                heard.add(stage);
            }

            @Override
            public void epoch(Trial running, Epoch epoch) {
                assertThat(running).isEqualTo(trial);
                heard.add(epoch);
            }
        };
        new Harness(FolderStore.open(folder), runner, listener)
                .run(List.of(trial), record -> false, Cancellation.NEVER);

        assertThat(heard)
                .startsWith(
                        "resampling",
                        "create",
                        "fit",
                        "mean",
                        Toys.epochs(2).get(0),
                        Toys.epochs(2).get(1),
                        "test");
    }

    @Test
    void runsNothingTwice() throws IOException {
        FolderStore store = FolderStore.open(folder);
        Harness harness = new Harness(store, runner, new RunListener() {});
        harness.run(trials, record -> false, Cancellation.NEVER);
        harness.run(trials, record -> false, Cancellation.NEVER);

        assertThat(run).hasSize(12);
    }
}
