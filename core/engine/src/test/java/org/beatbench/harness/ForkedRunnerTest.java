package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.NearestMeanProvider.Behaviour;
import org.beatbench.process.LogTail;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Outcome.Completed;
import org.beatbench.results.Outcome.Failed;
import org.beatbench.results.Outcome.Stopped;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedRunnerTest {

    private static final RunFolders WORKPLACE = new RunFolders(Toys.NOWHERE, Toys.NOWHERE);

    @TempDir
    private Path desk;

    private ForkedRunner runner() {
        return runner(Toys.LIMITS);
    }

    private ForkedRunner runner(Limits limits) {
        return new ForkedRunner(WORKPLACE, limits, desk);
    }

    private Outcome outcome(Behaviour behaviour) {
        return runner().run(Toys.trial(behaviour), Progress.NONE, Cancellation.NEVER)
                .outcome();
    }

    @Test
    void givesTheAnswersThatTheProgramItselfWouldGive() {
        Set<String> stages = new ConcurrentSkipListSet<>();
        Trial trial =
                Toys.trials(Toys.robustness(50, Toys.entry("toy", Map.of()))).get(0);
        RunRecord run = runner().run(trial, (stage, done, total) -> stages.add(stage), Cancellation.NEVER);
        RunRecord here = Toys.runner().run(trial, Progress.NONE, Cancellation.NEVER);

        assertThat(((Completed) run.outcome()).test()).isEqualTo(((Completed) here.outcome()).test());
        assertThat(((Completed) run.outcome()).furtherAnswers())
                .isNotEmpty()
                .isEqualTo(((Completed) here.outcome()).furtherAnswers());
        assertThat(run.environment().isolation()).isEqualTo("process of its own");
        assertThat(stages).contains("fit", "mean", "test", "robustness");
    }

    @Test
    void survivesAClassifierThatEndsTheProcess() {
        Failed failed = (Failed) outcome(Behaviour.EXIT);

        assertThat(failed.stage()).isEqualTo("fit");
        assertThat(failed.message()).contains("exit code 17");
    }

    @Test
    void saysWhoCalledExit() {
        Failed failed = (Failed) outcome(Behaviour.SYSTEM_EXIT);

        assertThat(failed.stage()).isEqualTo("fit");
        assertThat(failed.message())
                .contains("exit code 0: somebody ended the program by System.exit at ", "NearestMeanProvider.fit(");
    }

    @Test
    void keepsTheEndOfWhatATrialPrints() {
        RunRecord run = runner().run(Toys.trial(Behaviour.CHATTER), Progress.NONE, Cancellation.NEVER);

        assertThat(((Failed) run.outcome()).message()).isEqualTo("IllegalStateException: talked enough");
        assertThat(run.log()).startsWith("[...]\nline ").endsWith("line 19999\n");
        assertThat(run.log().length()).isBetween(LogTail.KEPT - 20, LogTail.KEPT + 10);
        assertThat(FolderStore.open(desk).put(run)).isEqualTo(run);
        assertThat(desk.resolve("trials").resolve(run.trial().key()).resolve("log.txt"))
                .hasContent(run.log());
    }

    @Test
    void endsWhatATrialStarted() {
        long[] started = {0};
        long[] at = {0};
        Progress listener = (stage, done, total) -> {
            if (stage.equals("started")) {
                started[0] = done;
                at[0] = System.nanoTime();
            }
        };
        Cancellation soon = () -> started[0] > 0 && System.nanoTime() - at[0] > 300_000_000L;

        assertThatThrownBy(() -> runner().run(Toys.trial(Behaviour.START_PROGRAM), listener, soon))
                .isInstanceOf(CancelledException.class);
        assertThat(ProcessHandle.of(started[0])
                        .filter(ProcessHandle::isAlive)
                        .map(handle ->
                                handle.onExit().orTimeout(5, TimeUnit.SECONDS).join())
                        .filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void letsNobodyDeserialise() {
        assertThat(((Failed) outcome(Behaviour.DESERIALISE)).message()).contains("filter status: REJECTED");
    }

    @Test
    void hearsEveryEpochHoweverFastTheyCome() {
        List<Epoch> heard = new ArrayList<>();
        Progress listener = new Progress() {

            @Override
            public void advanced(String stage, long done, long total) {}

            @Override
            public void epoch(Epoch epoch) {
                heard.add(epoch);
            }
        };
        Outcome outcome = runner().run(Toys.trial(Behaviour.GOOD, 50), listener, Cancellation.NEVER)
                .outcome();

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(outcome.epochs()).isEqualTo(Toys.epochs(50));
        assertThat(heard).isEqualTo(Toys.epochs(50));
    }

    @Test
    void keepsTheEpochsOfAProcessThatEnded() {
        Outcome outcome = runner().run(Toys.trial(Behaviour.EXIT, 3), Progress.NONE, Cancellation.NEVER)
                .outcome();

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(outcome.epochs()).isEqualTo(Toys.epochs(3));
    }

    @Test
    void keepsTheEpochsOfAProcessThatWasStopped() {
        Outcome outcome = new Stopped("not run");
        // A busy machine may need all of a limit to come to the fit at all.
        for (int seconds = 3; seconds < 60 && outcome.epochs().size() < 3; seconds *= 2) {
            outcome = runner(new Limits(Duration.ofSeconds(seconds), 256, 1))
                    .run(Toys.trial(Behaviour.HANG, 3), Progress.NONE, Cancellation.NEVER)
                    .outcome();
        }

        assertThat(((Stopped) outcome).reason()).startsWith("took longer than the limit");
        assertThat(outcome.epochs()).isEqualTo(Toys.epochs(3));
    }

    @Test
    void stopsATrialThatNeedsTooMuchMemory() {
        Stopped stopped = (Stopped) outcome(Behaviour.FILL_MEMORY);

        assertThat(stopped.reason()).contains("memory").contains("fit");
    }

    @Test
    void stopsATrialThatTakesTooLong() {
        ForkedRunner hasty = runner(new Limits(Duration.ofSeconds(2), 256, 1));
        Stopped stopped = (Stopped) hasty.run(Toys.trial(Behaviour.HANG), Progress.NONE, Cancellation.NEVER)
                .outcome();

        assertThat(stopped.reason()).isEqualTo("took longer than the limit of 2s");
    }

    @Test
    void stopsWithinASecondWhenCancelled() {
        long start = System.nanoTime();
        Cancellation soon = () -> System.nanoTime() - start > 500_000_000L;

        assertThatThrownBy(() -> runner().run(Toys.trial(Behaviour.HANG), Progress.NONE, soon))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
    }
}
