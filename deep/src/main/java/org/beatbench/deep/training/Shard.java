package org.beatbench.deep.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.beatbench.api.Beats;
import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.Pass;

/** One worker's share of a training step: its own copy of the network, and sums over the beats it was given. */
final class Shard implements AutoCloseable {

    private final Beats beats;
    private final KernelNetwork network;
    private final InputBlock input;
    private final Activations gradient;
    private final Augmentation augmentation;
    private final float smoothing;
    private final float[] weights;
    private final double[] probabilities;
    private final float[] gradients;
    private double loss;
    private double weight;
    private int right;

    Shard(KernelNetwork network, int block, Beats beats, TrainingSettings settings) {
        this.beats = beats;
        this.network = network;
        int classes = beats.classes().size();
        this.input = new InputBlock(network, beats.form(), block);
        this.gradient = new Activations(block, 1, classes);
        this.augmentation = new Augmentation(settings, beats.form());
        this.smoothing = (float) settings.labelSmoothing();
        this.weights = settings.classWeights().of(beats);
        this.probabilities = new double[classes];
        this.gradients = new float[network.parameters()];
    }

    KernelNetwork network() {
        return network;
    }

    /**
     * Sums the gradients over rows.
     *
     * @param rows row numbers; they go through the network in blocks, in this order
     * @param seed of this step; what is drawn for a beat depends on it and the row only
     */
    void accumulate(float[] parameters, int[] rows, long seed) {
        network.load(parameters);
        Arrays.fill(gradients, 0f);
        loss = 0;
        weight = 0;
        right = 0;
        int block = input.capacity();
        for (int from = 0; from < rows.length; from += block) {
            block(rows, from, Math.min(rows.length, from + block), seed);
        }
        network.unload(gradients);
    }

    private void block(int[] rows, int from, int to, long seed) {
        input.begin(to - from);
        for (int i = from; i < to; i++) {
            input.read(i - from, beats, rows[i], augmentation, seed ^ (0x9E3779B97F4A7C15L * (rows[i] + 1)));
        }
        Activations answer = input.answered(new Pass(true, new SplittableRandom(seed ^ rows[from]).nextLong()));
        gradient.shapeLike(answer);
        for (int i = from; i < to; i++) {
            score(answer.of(i - from), beats.label(rows[i]), gradient.of(i - from));
        }
        network.backward(gradient);
    }

    /** Cross-entropy with smoothed labels (Szegedy et al. 2016); its gradient is the probabilities minus the labels. */
    private void score(float[] values, int label, float[] slope) {
        int classes = probabilities.length;
        double normaliser = Softmax.probabilities(values, classes, probabilities);
        float share = smoothing / classes;
        double entropy = 0;
        for (int k = 0; k < classes; k++) {
            double wanted = share + (k == label ? 1 - smoothing : 0);
            entropy += wanted * (normaliser - values[k]);
            slope[k] = (float) (weights[label] * (probabilities[k] - wanted));
        }
        loss += weights[label] * entropy;
        weight += weights[label];
        right += Softmax.best(values, classes) == label ? 1 : 0;
    }

    /** The summed gradients of the last call. */
    float[] gradients() {
        return gradients;
    }

    /** The summed, weighted loss of the last call. */
    double loss() {
        return loss;
    }

    /** The summed weights of the beats of the last call. */
    double weight() {
        return weight;
    }

    /** How many of the beats of the last call were answered right. */
    int right() {
        return right;
    }

    @Override
    public void close() {
        network.close();
    }
}
