package org.beatbench.deep.training;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.TemporalBatchNormalization;
import org.beatbench.deep.layers.TemporalConvolution;
import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Beats of three classes, a bump that is narrow, wide or upside down, and networks small enough for them. */
final class ToyTask {

    static final int LENGTH = 24;
    static final List<String> CLASSES = List.of("narrow", "wide", "inverted");

    private ToyTask() {}

    /** Beats of 12 to 24 samples. */
    static Beats beats(int size, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (int i = 0; i < size; i++) {
            int label = i % CLASSES.size();
            int length = random.nextInt(12, LENGTH + 1);
            double centre = random.nextDouble(4, 8);
            float[] samples = new float[LENGTH];
            for (int t = 0; t < length; t++) {
                double bump = Math.exp(-Math.pow((t - centre) / (label == 1 ? 4 : 1.5), 2)) / 2;
                samples[t] = (float) (0.5 + (label == 2 ? -bump : bump) + noise * random.nextDouble(-1, 1));
            }
            beats.add(samples, Beat.anonymous(label, length));
        }
        return beats.build();
    }

    static Beats none() {
        return beats(1, 0, 1).select(Selection.of());
    }

    /** A convolution and a pooling. */
    static MultiLayerNetwork network() {
        return network(TemporalConvolution.of(6, 5, true), PooledTime.of(TimePooling.MEAN_MAX, false));
    }

    /** The same, with everything that draws or counts in it. */
    static MultiLayerNetwork normalisedNetwork() {
        return network(
                TemporalConvolution.of(6, 5, false),
                TemporalBatchNormalization.of(true),
                PooledTime.of(TimePooling.MEAN_MAX, false),
                new DropoutLayer(0.8));
    }

    static MultiLayerNetwork network(Layer... hidden) {
        NativeLibraries.load();
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .list();
        for (Layer layer : hidden) {
            layers.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(layers.layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                                .nOut(CLASSES.size())
                                .activation(Activation.SOFTMAX)
                                .build())
                        .setInputType(InputType.recurrent(1, LENGTH, RNNFormat.NCW))
                        .build());
        network.init();
        return network;
    }

    static FitContext context(Beats validation, int threads, Progress progress) {
        return new FitContext(validation, 1, threads, Path.of("unused"), progress, Cancellation.NEVER);
    }

    /** A fit of the plain network, and its parameters afterwards. */
    static float[] fitted(Beats beats, TrainingSettings settings, int threads) {
        MultiLayerNetwork network = network();
        TrainingLoop.fit(network, beats, settings, context(none(), threads, Progress.NONE));
        return network.params().dup().data().asFloat();
    }
}
