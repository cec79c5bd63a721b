package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.deep.kernel.Cell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.Recurrent;
import org.beatbench.deep.layers.ResidualBlock;
import org.beatbench.deep.layers.TemporalConvolution;
import org.beatbench.deep.natives.NativeLibraries;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class TrainingTest {

    private static final int LENGTH = 40;

    @Test
    void givesTheSameNetworkForTheSameSeedAndThreads() {
        assertThat(fitted(settings(4, 0, 0.01), 2)).isEqualTo(fitted(settings(4, 0, 0.01), 2));
    }

    @Test
    void givesAlmostTheSameNetworkOnOneThread() {
        float[] two = fitted(settings(2, 0, 0.01), 2);
        float[] one = fitted(settings(2, 0, 0.01), 1);
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).isCloseTo(two[i], within(1e-3f));
        }
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void learnsWithEveryOptimiser(Optimiser optimiser) {
        List<Epoch> epochs = new ArrayList<>();
        double rate = optimiser == Optimiser.SGD ? 0.1 : 0.01;
        fit(network(), with(settings(15, 0, rate), optimiser), 1, epochs);
        assertThat(epochs.get(14).trainingLoss()).isLessThan(epochs.get(0).trainingLoss());
    }

    @Test
    void tellsOfEveryEpochInOrder() {
        List<Epoch> epochs = new ArrayList<>();
        fit(network(), settings(3, 0, 0.01), 1, epochs);
        assertThat(epochs).extracting(Epoch::number).containsExactly(1, 2, 3);
        assertThat(epochs).extracting(Epoch::planned).containsOnly(3);
        assertThat(epochs)
                .allSatisfy(epoch -> assertThat(epoch.beatsPerSecond()).isPositive());
    }

    @Test
    void keepsTheBestEpochByValidation() {
        List<Epoch> epochs = new ArrayList<>();
        MultiLayerNetwork network = network();
        // so fast that it gets worse again
        fit(network, settings(12, 0, 0.3), 1, epochs);
        double best =
                epochs.stream().mapToDouble(Epoch::validationMacroF1).max().orElseThrow();
        assertThat(macroF1(network)).isEqualTo(best);
    }

    @Test
    void stopsWhenPatienceIsAtItsEnd() {
        List<Epoch> epochs = new ArrayList<>();
        fit(network(), settings(200, 2, 0.05), 1, epochs);
        assertThat(epochs).hasSizeLessThan(200);
        double best =
                epochs.stream().mapToDouble(Epoch::validationMacroF1).max().orElseThrow();
        assertThat(epochs.subList(epochs.size() - 2, epochs.size()))
                .allSatisfy(epoch -> assertThat(epoch.validationMacroF1()).isLessThanOrEqualTo(best));
    }

    @Test
    void saysInWhichEpochTheLossIsNoLongerANumber() {
        float[] broken = new float[LENGTH];
        broken[3] = Float.NaN;
        Beats beats = Beats.builder(List.of("early", "late"), LENGTH)
                .add(broken, Beat.anonymous(0, LENGTH))
                .build();
        FitContext context = new FitContext(beats(2), 1, 1, Path.of("."), Progress.NONE, Cancellation.NEVER);
        assertThatThrownBy(() -> Training.fit(network(), beats, settings(3, 0, 0.01), context))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the fit diverged in epoch 1: the loss is no longer a number; ");
    }

    @Test
    void stopsSoonAfterACancellation() {
        long end = System.nanoTime() + 200_000_000L;
        FitContext context = new FitContext(beats(2), 1, 2, Path.of("."), Progress.NONE, () -> System.nanoTime() > end);
        assertThatThrownBy(() -> Training.fit(network(), beats(1), settings(10_000, 0, 0.01), context))
                .isInstanceOf(CancelledException.class);
        assertThat(System.nanoTime() - end).isLessThan(1_000_000_000L);
    }

    @Test
    void givesBackTheMemoryOfFiftyNetworks() {
        for (int i = 0; i < 5; i++) {
            trainAndClose();
        }
        long before = used();
        for (int i = 0; i < 50; i++) {
            trainAndClose();
        }
        // one network of this size holds about a megabyte while it learns
        assertThat(used() - before).isLessThan(2_000_000);
    }

    private static long used() {
        System.gc();
        System.gc();
        return Pointer.totalBytes();
    }

    private static void trainAndClose() {
        MultiLayerNetwork network = network();
        fit(network, settings(1, 0, 0.01), 2, new ArrayList<>());
        network.close();
    }

    private static float[] fitted(TrainingSettings settings, int threads) {
        MultiLayerNetwork network = network();
        fit(network, settings, threads, new ArrayList<>());
        return network.params().dup().data().asFloat();
    }

    private static void fit(MultiLayerNetwork network, TrainingSettings settings, int threads, List<Epoch> epochs) {
        Progress progress = new Progress() {
            @Override
            public void advanced(String stage, long done, long total) {}

            @Override
            public void epoch(Epoch epoch) {
                epochs.add(epoch);
            }
        };
        Training.fit(
                network,
                beats(1),
                settings,
                new FitContext(beats(2), 1, threads, Path.of("."), progress, Cancellation.NEVER));
    }

    private static double macroF1(MultiLayerNetwork network) {
        try (KernelNetwork kernels = KernelNetwork.of(network.getLayerWiseConfigurations(), 64, false)) {
            kernels.load(network.params().dup().data().asFloat());
            Beats validation = beats(2);
            return Examination.of(validation, Answering.values(List.of(kernels), 64, validation, Cancellation.NEVER))
                    .macroF1();
        }
    }

    private static TrainingSettings settings(int epochs, int patience, double rate) {
        return new TrainingSettings(
                Optimiser.ADAM,
                rate,
                Schedule.CONSTANT,
                0,
                0.01,
                16,
                epochs,
                patience,
                0.02,
                ClassWeights.NONE,
                0,
                0,
                0,
                0);
    }

    private static TrainingSettings with(TrainingSettings usual, Optimiser optimiser) {
        return new TrainingSettings(
                optimiser,
                usual.learningRate(),
                usual.schedule(),
                usual.warmUp(),
                usual.weightDecay(),
                usual.batchSize(),
                usual.epochs(),
                usual.patience(),
                usual.labelSmoothing(),
                usual.classWeights(),
                usual.gradientClip(),
                usual.averaging(),
                usual.noise(),
                usual.stretch());
    }

    private static MultiLayerNetwork network() {
        NativeLibraries.load();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .list()
                .layer(TemporalConvolution.of(4, 3, true))
                .layer(ResidualBlock.of(6, 3, false))
                .layer(Recurrent.of(Cell.GRU, 5, true, false))
                .layer(PooledTime.of(TimePooling.MEAN_MAX, true))
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(1, LENGTH, RNNFormat.NCW))
                .build());
        network.init();
        return network;
    }

    /** Two classes that differ in where a bump is, and overlap. */
    private static Beats beats(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(List.of("early", "late"), LENGTH);
        for (int i = 0; i < 90; i++) {
            int label = random.nextInt(2);
            int length = random.nextInt(25, LENGTH + 1);
            float[] samples = new float[LENGTH];
            for (int k = 0; k < length; k++) {
                double bump = Math.exp(-Math.pow((k - (label == 0 ? 8 : 15)) / 3.0, 2));
                samples[k] = (float) (0.5 * bump + 0.5 * random.nextDouble());
            }
            beats.add(samples, Beat.anonymous(label, length));
        }
        return beats.build().select(Selection.where(90, row -> true));
    }
}
