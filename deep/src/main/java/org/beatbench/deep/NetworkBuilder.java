package org.beatbench.deep;

import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Makes a network of DL4J, with random weights, from an architecture. */
final class NetworkBuilder {

    private NetworkBuilder() {}

    /**
     * A network from beats to class probabilities.
     *
     * @param form what the beats are made of
     * @param classes number of classes
     * @param seed of the first weights
     */
    static synchronized MultiLayerNetwork build(Architecture architecture, Form form, int classes, long seed) {
        NativeLibraries.load();
        MultiLayerNetwork network =
                new MultiLayerNetwork(configuration(architecture.layers(form), form, classes, seed));
        // one at a time: DL4J draws from a generator that the whole process shares
        network.init();
        return network;
    }

    /** The configuration of a network with these layers before its output. */
    static MultiLayerConfiguration configuration(List<Layer> hidden, Form form, int classes, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .list();
        hidden.forEach(layers::layer);
        return layers.layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .weightInit(WeightInit.XAVIER)
                        .build())
                .setInputType(InputType.recurrent(form.channels().size(), form.samples(), RNNFormat.NCW))
                .build();
    }
}
