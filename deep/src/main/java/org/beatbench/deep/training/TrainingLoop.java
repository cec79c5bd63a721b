package org.beatbench.deep.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One fit. DL4J gives the network, its first parameters, its updater and its file; the loop is ours, because DL4J's own costs
 * more than these layers. The beats of a step are divided among the workers, who sum their gradients; the sums are added up in the
 * workers' order, so that the same number of threads gives the same network.
 */
public final class TrainingLoop implements AutoCloseable {

    private final TrainingSettings settings;
    private final FitContext context;
    private final Beats beats;
    private final int block;
    private final MultiLayerNetwork network;
    private final TrainingThreads workers;
    private final List<Shard> shards = new ArrayList<>();
    private final SplittableRandom random;
    private final ParameterUpdates steps;
    private final float[] gradients;
    private float[] best = new float[0];
    private double bestScore = Double.NEGATIVE_INFINITY;
    private int bestEpoch;

    private TrainingLoop(MultiLayerNetwork network, Beats beats, TrainingSettings settings, FitContext context) {
        this.network = network;
        this.settings = settings;
        this.context = context;
        this.beats = beats;
        this.block = KernelNetwork.block(network.getLayerWiseConfigurations());
        this.random = new SplittableRandom(context.seed());
        this.workers = new TrainingThreads(context.threads());
        for (int worker = 0; worker < workers.count(); worker++) {
            KernelNetwork copy = KernelNetwork.of(network.getLayerWiseConfigurations(), block, true);
            shards.add(new Shard(copy, block, beats, settings));
        }
        long perEpoch = (beats.size() + settings.batchSize() - 1L) / settings.batchSize();
        long all = perEpoch * settings.epochs();
        this.steps = new ParameterUpdates(
                network,
                settings,
                new LearningRate(
                        settings.learningRate(), settings.schedule(), Math.round(settings.warmUp() * all), all));
        this.gradients = new float[steps.parameters().length];
    }

    /**
     * Fits a network; its parameters are those of the best epoch afterwards, by macro-F1 on the validation beats, or of the last
     * if there are none.
     *
     * @throws IllegalStateException if the fit diverges: if a parameter or a loss is no longer a number, be it after the last
     *     step
     */
    public static void fit(MultiLayerNetwork network, Beats beats, TrainingSettings settings, FitContext context) {
        context.cancellation().check();
        try (TrainingLoop training = new TrainingLoop(network, beats, settings, context)) {
            training.run();
        }
    }

    private void run() {
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            epoch(epoch);
            if (settings.patience() > 0 && epoch - bestEpoch >= settings.patience()) {
                break;
            }
        }
        network.setParams(Nd4j.createFromArray(best).reshape(1, best.length));
    }

    private void epoch(int epoch) {
        long start = System.nanoTime();
        int[] order = shuffled();
        double loss = 0;
        double weight = 0;
        long right = 0;
        for (int from = 0; from < order.length; from += settings.batchSize()) {
            context.cancellation().check();
            context.progress().advanced("epoch " + epoch + " of " + settings.epochs(), from, order.length);
            int to = Math.min(order.length, from + settings.batchSize());
            step(Arrays.copyOfRange(order, from, to), epoch);
            for (Shard shard : shards) {
                loss += shard.loss();
                weight += shard.weight();
                right += shard.right();
            }
            requireNumber("the loss", loss, epoch);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        // the loss is that before a step, and a recurrent layer answers numbers even where its parameters are none
        requireNumber("a parameter", ArrayLoops.sum(steps.answering()), epoch);
        Evaluation evaluation = examine(context.validation());
        if (!context.validation().isEmpty()) {
            requireNumber("the loss on validation beats", evaluation.loss(), epoch);
        } else if (epoch == settings.epochs()) {
            requireNumber("the loss", examine(beats).loss(), epoch);
        }
        if (!(evaluation.macroF1() <= bestScore)) {
            bestScore = Double.isNaN(evaluation.macroF1()) ? bestScore : evaluation.macroF1();
            bestEpoch = epoch;
            best = steps.answering().clone();
        }
        context.progress()
                .epoch(new Epoch(
                        epoch,
                        settings.epochs(),
                        loss / weight,
                        (double) right / order.length,
                        evaluation.loss(),
                        evaluation.accuracy(),
                        evaluation.macroF1(),
                        steps.learningRate(),
                        order.length / seconds,
                        Duration.ofNanos(System.nanoTime() - start)));
    }

    private void step(int[] batch, int epoch) {
        long seed = random.nextLong();
        int[][] dealt = LengthBuckets.dealt(beats, Arrays.stream(batch), workers.count());
        workers.run(worker -> shards.get(worker).accumulate(steps.parameters(), dealt[worker], seed));
        System.arraycopy(shards.get(0).gradients(), 0, gradients, 0, gradients.length);
        double weight = shards.get(0).weight();
        for (Shard shard : shards.subList(1, shards.size())) {
            ArrayLoops.add(gradients, shard.gradients());
            weight += shard.weight();
        }
        steps.take(gradients, weight, batch.length, epoch - 1);
    }

    private static void requireNumber(String what, double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("the fit diverged in epoch " + epoch + ": " + what
                    + " is no longer a number; a lower learning-rate or a gradient-clip may help");
        }
    }

    private Evaluation examine(Beats labelled) {
        if (labelled.isEmpty()) {
            return Evaluation.NONE;
        }
        List<KernelNetwork> networks = shards.stream().map(Shard::network).toList();
        workers.run(worker -> networks.get(worker).load(steps.answering()));
        return Evaluation.of(labelled, Inference.values(networks, block, labelled, context.cancellation()));
    }

    private int[] shuffled() {
        int[] order = IntStream.range(0, beats.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    @Override
    public void close() {
        shards.forEach(Shard::close);
        workers.close();
    }
}
