package org.beatbench.deep;

import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Makes a network of DL4J, with random weights, from an architecture. */
final class NetworkBuilder {

    private NetworkBuilder() {}

    /**
     * A network from samples to class probabilities.
     *
     * @param length samples per beat
     * @param classes number of classes
     * @param seed of the first weights
     */
    static synchronized MultiLayerNetwork build(Architecture architecture, int length, int classes, long seed) {
        NativeLibraries.load();
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .list();
        architecture.layers(length).forEach(layers::layer);
        MultiLayerConfiguration configuration = layers.layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .weightInit(WeightInit.XAVIER)
                        .build())
                .setInputType(InputType.recurrent(1, length, RNNFormat.NCW))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        // one at a time: DL4J draws from a generator that the whole process shares
        network.init();
        return network;
    }
}
