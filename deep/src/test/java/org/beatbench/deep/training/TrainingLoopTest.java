package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingLoopTest {

    private static final Beats NONE = ToyTask.none();

    private final List<Epoch> epochs = new ArrayList<>();

    private final Progress listener = new Progress() {
        @Override
        public void advanced(String stage, long done, long total) {}

        @Override
        public void epoch(Epoch epoch) {
            epochs.add(epoch);
        }
    };

    private MultiLayerNetwork fit(Beats beats, Beats validation, Settings settings) {
        MultiLayerNetwork network = ToyTask.network();
        TrainingLoop.fit(network, beats, settings.done(), ToyTask.context(validation, 2, listener));
        return network;
    }

    private static double macroF1(MultiLayerNetwork network, Beats beats) {
        return examine(network, beats).macroF1();
    }

    private static Evaluation examine(MultiLayerNetwork network, Beats beats) {
        try (KernelNetwork kernels = KernelNetwork.of(network.getLayerWiseConfigurations(), 4, false)) {
            kernels.load(network.params().dup().data().asFloat());
            return Evaluation.of(beats, Inference.values(List.of(kernels), 4, beats, Cancellation.NEVER));
        }
    }

    @ParameterizedTest
    @EnumSource
    void learnsToTellBeatsApart(Optimiser optimiser) {
        Settings settings = Settings.plain()
                .optimiser(optimiser, optimiser == Optimiser.SGD ? 0.1 : 0.02)
                .schedule(LearningRateSchedule.COSINE, 0.1)
                .epochs(30);
        MultiLayerNetwork network = fit(ToyTask.beats(90, 0.05, 1), NONE, settings);
        assertThat(macroF1(network, ToyTask.beats(90, 0.05, 2))).isGreaterThan(0.9);
        assertThat(epochs.get(29).trainingLoss()).isLessThan(epochs.get(0).trainingLoss() / 2);
    }

    @Test
    void learnsWithEverythingSwitchedOn() {
        Settings settings = Settings.plain()
                .optimiser(Optimiser.ADAM, 0.02)
                .schedule(LearningRateSchedule.LINEAR, 0.1)
                .weightDecay(0.01)
                .labelSmoothing(0.1)
                .classWeights(LossWeights.ROOT)
                .gradientClip(1)
                .averaging(0.9)
                .augmentation(0.02, 0.1)
                .epochs(40);
        MultiLayerNetwork network = ToyTask.normalisedNetwork();
        TrainingLoop.fit(network, ToyTask.beats(90, 0.05, 1), settings.done(), ToyTask.context(NONE, 2, Progress.NONE));
        assertThat(macroF1(network, ToyTask.beats(90, 0.05, 2))).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void givesTheSameNetworkForTheSameSeedAndThreads(int threads) {
        Settings settings =
                Settings.plain().averaging(0.9).augmentation(0.05, 0.2).epochs(3);
        assertThat(normalised(settings, threads, 1)).isEqualTo(normalised(settings, threads, 1));
        assertThat(normalised(settings, threads, 1)).isNotEqualTo(normalised(settings, threads, 2));
    }

    /** A fit of the network in which there are draws and statistics of blocks. */
    private static float[] normalised(Settings settings, int threads, long seed) {
        MultiLayerNetwork network = ToyTask.normalisedNetwork();
        FitContext context = new FitContext(NONE, seed, threads, Path.of("unused"), Progress.NONE, Cancellation.NEVER);
        TrainingLoop.fit(network, ToyTask.beats(50, 0.1, 1), settings.done(), context);
        return network.params().dup().data().asFloat();
    }

    @Test
    void givesAlmostTheSameNetworkForOtherThreads() {
        TrainingSettings settings = Settings.plain()
                .optimiser(Optimiser.SGD, 0.05)
                .augmentation(0.05, 0.2)
                .epochs(3)
                .done();
        Beats beats = ToyTask.beats(50, 0.1, 1);
        float[] one = ToyTask.fitted(beats, settings, 1);
        assertThat(ToyTask.fitted(beats, settings, 2)).containsExactly(one, within(1e-4f));
        // more threads than beats in a step
        assertThat(ToyTask.fitted(beats, settings, 20)).containsExactly(one, within(1e-4f));
    }

    @Test
    void keepsTheBestEpochByValidation() {
        Beats validation = ToyTask.beats(60, 0.5, 2);
        MultiLayerNetwork network = fit(
                ToyTask.beats(60, 0.5, 1),
                validation,
                Settings.plain().optimiser(Optimiser.ADAM, 0.1).epochs(12));
        double best =
                epochs.stream().mapToDouble(Epoch::validationMacroF1).max().orElseThrow();
        assertThat(epochs.get(11).validationMacroF1())
                .as("last, or this shows nothing")
                .isLessThan(best);
        Epoch chosen = epochs.stream()
                .filter(epoch -> epoch.validationMacroF1() == best)
                .findFirst()
                .orElseThrow();
        Evaluation evaluation = examine(network, validation);
        assertThat(evaluation.macroF1()).isEqualTo(best);
        assertThat(evaluation.loss()).isCloseTo(chosen.validationLoss(), within(1e-5));
        assertThat(evaluation.accuracy()).isEqualTo(chosen.validationAccuracy());
    }

    @Test
    void keepsTheLastEpochWithoutValidation() {
        Beats beats = ToyTask.beats(60, 0.3, 1);
        MultiLayerNetwork network =
                fit(beats, NONE, Settings.plain().batchSize(60).epochs(3));
        // the loss of an epoch of one step is that before the step
        fit(beats, NONE, Settings.plain().batchSize(60).epochs(4));
        assertThat(examine(network, beats).loss()).isCloseTo(epochs.get(3 + 3).trainingLoss(), within(1e-5));
        assertThat(epochs).allSatisfy(epoch -> {
            assertThat(epoch.validationLoss()).isNaN();
            assertThat(epoch.validationAccuracy()).isNaN();
            assertThat(epoch.validationMacroF1()).isNaN();
        });
    }

    @Test
    void stopsWhenPatienceRunsOut() {
        fit(
                ToyTask.beats(60, 0.5, 1),
                ToyTask.beats(60, 0.5, 2),
                Settings.plain().optimiser(Optimiser.ADAM, 0.1).patience(3).epochs(200));
        double best =
                epochs.stream().mapToDouble(Epoch::validationMacroF1).max().orElseThrow();
        int chosen = IntStream.range(0, epochs.size())
                .filter(i -> epochs.get(i).validationMacroF1() == best)
                .findFirst()
                .orElseThrow();
        assertThat(epochs).hasSize(chosen + 1 + 3).hasSizeLessThan(200);
    }

    @Test
    void doesNotLosePatienceWithoutValidation() {
        fit(ToyTask.beats(12, 0.5, 1), NONE, Settings.plain().patience(1).epochs(6));
        assertThat(epochs).hasSize(6);
    }

    @Test
    void numbersItsEpochs() {
        fit(
                ToyTask.beats(30, 0.1, 1),
                ToyTask.beats(9, 0.1, 2),
                Settings.plain().epochs(4));
        assertThat(epochs).extracting(Epoch::number).containsExactly(1, 2, 3, 4);
        assertThat(epochs).allSatisfy(epoch -> {
            assertThat(epoch.planned()).isEqualTo(4);
            assertThat(epoch.trainingLoss()).isPositive();
            assertThat(epoch.beatsPerSecond()).isPositive();
            assertThat(epoch.time()).isPositive().isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void tellsTheRateOfAnEpochsLastStep() {
        // 4 steps in all, 2 an epoch
        fit(
                ToyTask.beats(30, 0.1, 1),
                NONE,
                Settings.plain()
                        .optimiser(Optimiser.ADAM, 0.08)
                        .schedule(LearningRateSchedule.LINEAR, 0)
                        .epochs(2));
        assertThat(epochs.get(0).learningRate()).isCloseTo(0.06, within(1e-9));
        assertThat(epochs.get(1).learningRate()).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void saysInWhichEpochItDiverged() {
        Settings settings = diverging().epochs(50);
        assertThatThrownBy(() -> fit(ToyTask.beats(60, 0.5, 1), NONE, settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the fit diverged in epoch " + (epochs.size() + 1) + ":");
        assertThat(epochs).as("good epochs, or this shows nothing").isNotEmpty();
    }

    /**
     * Every step makes the weights 99 times as large. A high rate alone does not do it: it kills the ReLUs, and what is left
     * answers badly, but in numbers.
     */
    private static Settings diverging() {
        return Settings.plain().optimiser(Optimiser.SGD, 10).weightDecay(10);
    }

    @Test
    void saysInWhichEpochABeatWasNoNumber() {
        float[] broken = new float[ToyTask.LENGTH];
        broken[3] = Float.NaN;
        Beats beats = Beats.builder(ToyTask.CLASSES, ToyTask.LENGTH)
                .add(broken, Beat.anonymous(0, ToyTask.LENGTH))
                .build();
        assertThatThrownBy(() -> fit(beats, NONE, Settings.plain()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the fit diverged in epoch 1: the loss is no longer a number; ");
    }

    /** Wherever in the fit it happens, be it in the last step. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverGivesANetworkThatAnswersNothing(boolean validates) {
        Beats beats = ToyTask.beats(60, 0.5, 1);
        Beats validation = validates ? ToyTask.beats(30, 0.5, 2) : NONE;
        int diverged = 0;
        for (int size = 60; size >= 1; size--) {
            // one step, two steps, ... until there are too many
            Settings settings = diverging().batchSize(size).epochs(1);
            try {
                assertThat(examine(fit(beats, validation, settings), beats).loss())
                        .isFinite();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("diverged in epoch 1");
                diverged++;
            }
        }
        assertThat(diverged).isBetween(1, 59);
    }

    @Test
    void stopsWithinASecond() {
        long[] asked = new long[1];
        Cancellation cancellation = () -> {
            if (asked[0] == 0 && !epochs.isEmpty()) {
                asked[0] = System.nanoTime();
            }
            return asked[0] != 0;
        };
        MultiLayerNetwork network = ToyTask.network();
        FitContext context =
                new FitContext(ToyTask.beats(300, 0.5, 2), 1, 2, Path.of("unused"), listener, cancellation);
        assertThatThrownBy(() -> TrainingLoop.fit(
                        network,
                        ToyTask.beats(3000, 0.5, 1),
                        Settings.plain().epochs(10_000).done(),
                        context))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - asked[0])).isLessThan(Duration.ofSeconds(1));
        assertThat(epochs).hasSize(1);
    }

    @Test
    void doesNotEvenBeginIfCancelledBefore() {
        MultiLayerNetwork network = ToyTask.network();
        FitContext context = new FitContext(NONE, 1, 1, Path.of("unused"), listener, () -> true);
        assertThatThrownBy(() -> TrainingLoop.fit(
                        network, ToyTask.beats(30, 0.5, 1), Settings.plain().done(), context))
                .isInstanceOf(CancelledException.class);
        assertThat(epochs).isEmpty();
    }
}
