package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.NearestMeanProvider.Behaviour;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeEstimateTest {

    /** What every trial costs besides fit and test. */
    private static final double FIXED = 5;

    private final Trial good = Toys.trial(Behaviour.GOOD);

    private static double seconds(TimeEstimate estimate, Trial... trials) {
        return estimate.of(List.of(trials)).orElseThrow().toMillis() * 1e-3;
    }

    private double training() {
        return new Splits(Toys.BEATS).training(good).size();
    }

    private double test() {
        return new Splits(Toys.BEATS).of(good).test().size();
    }

    @Test
    void knowsFromTheFirstTrialOnWhatIsUsual() {
        Map<String, Pace> usual = Map.of("nearest-mean", new Pace(2 * training(), test(), 0, 40, 2));

        assertThat(seconds(new TimeEstimate(Toys.BEATS, usual), good)).isEqualTo(FIXED + 20 + 1, within(0.01));
    }

    @Test
    void learnsHowFastTheMachineIs() throws IOException {
        Trial other = Toys.trial(Behaviour.GOOD, 3);
        TimeEstimate estimate =
                new TimeEstimate(Toys.BEATS, Map.of("nearest-mean", new Pace(training(), test(), 0, 1e3, 0)));
        RunRecord run = Toys.runner().run(other, Progress.NONE, Cancellation.NEVER);
        estimate.learn(run);

        assertThat(seconds(estimate, good))
                .as("hardly any time where 1000 s were expected, but of one trial only")
                .isBetween(FIXED, FIXED + 40);
    }

    @Test
    void scalesByTheEpochsThatSettingsAskFor() {
        Pace pace = new Pace(100, 100, 10, 20, 1);
        ClassifierUse half = new ClassifierUse("cnn", "1", Map.of("epochs", "5"), Map.of(), "built-in");

        assertThat(pace.of(half).fitSeconds()).isEqualTo(10);
        assertThat(pace.of(new ClassifierUse("cnn", "1", Map.of(), Map.of(), "built-in")))
                .isEqualTo(pace);
    }

    @Test
    void guessesOfTheUnknownByTheKnown() {
        TimeEstimate nothing = new TimeEstimate(Toys.BEATS, Map.of());
        assertThat(nothing.of(List.of(good))).isEmpty();

        Trial stranger = Toys.trial(Behaviour.HANG);
        TimeEstimate estimate = new TimeEstimate(Toys.BEATS, Map.of());
        estimate.learn(new RunRecord(
                good,
                Toys.runner().run(good, Progress.NONE, Cancellation.NEVER).outcome(),
                Machine.environment("test"),
                Instant.EPOCH));
        assertThat(seconds(estimate, good, stranger)).isEqualTo(2 * seconds(estimate, good), within(0.01));
        assertThat(estimate.unmeasured(List.of(good, stranger))).containsExactly(stranger);
    }

    @Test
    void triesEachClassifierForAFewSecondsOnlyAndSaysWhich() throws IOException {
        Trial hangs = Toys.trial(Behaviour.HANG);
        Trial hangsAfterEpochs = Toys.trial(Behaviour.HANG, 4);
        Trial fails = Toys.trial(Behaviour.THROW);
        List<Trial> all = List.of(good, hangs, hangsAfterEpochs, fails);
        TimeEstimate estimate = new TimeEstimate(Toys.BEATS, Map.of());
        List<String> heard = new ArrayList<>();
        long begun = System.nanoTime();
        estimate.probe(all, Toys.CATALOGUE, (stage, done, total) -> heard.add(done + "/" + total), Cancellation.NEVER);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(TimeEstimate.LONGEST_PROBE.multipliedBy(2).plusSeconds(5));
        assertThat(heard).containsExactly("0/4", "1/4", "2/4", "3/4");
        assertThat(estimate.unmeasured(all)).containsExactly(hangs, fails);
        assertThat(seconds(estimate, hangsAfterEpochs))
                .as("by its epochs, each as long as the last")
                .isEqualTo(FIXED, within(0.5));
    }

    @Test
    void stopsTryingWhenItIsTold() {
        Trial hangs = Toys.trial(Behaviour.HANG);
        TimeEstimate estimate = new TimeEstimate(Toys.BEATS, Map.of());

        assertThatThrownBy(() -> estimate.probe(List.of(hangs), Toys.CATALOGUE, Progress.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }
}
