package org.beatbench.deep.layers;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Makes small networks of DL4J. */
final class Networks {

    static final int CHANNELS = 2;
    static final int STEPS = 13;
    static final int CLASSES = 3;

    private Networks() {}

    static MultiLayerNetwork of(Stack stack) {
        return of(stack.layers());
    }

    static MultiLayerNetwork of(List<Layer> layers) {
        return of(layers, new Sgd(0.1), 0);
    }

    /** A network with random weights, none of them zero, and running variances that are positive. */
    static MultiLayerNetwork of(List<Layer> layers, IUpdater updater, double weightDecay) {
        NativeLibraries.load();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .updater(updater)
                .weightDecay(weightDecay)
                .list();
        layers.forEach(list::layer);
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                                .nOut(CLASSES)
                                .activation(Activation.SOFTMAX)
                                .build())
                        .setInputType(InputType.recurrent(CHANNELS, STEPS, RNNFormat.NCW))
                        .build());
        network.init();
        SplittableRandom random = new SplittableRandom(2);
        float[] parameters = network.params().dup().data().asFloat();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (float) random.nextDouble(0.05, 0.3);
        }
        network.setParams(Nd4j.createFromArray(parameters).reshape(1, parameters.length));
        return network;
    }
}
