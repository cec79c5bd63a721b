package org.beatbench.micro.stock;

import org.beatbench.micro.contest.Network;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks in layers of DL4J, each vertex named after its place. */
final class StockNetworks {

    private final GraphBuilder graph;
    private final boolean flat;
    private String last = "beats";
    private int count;

    /**
     * @param flat whether beats are images of height one: DL4J's batch normalization refuses sequences, and its
     *     one-dimensional layers are the faster ones
     */
    private StockNetworks(long seed, boolean flat) {
        this.flat = flat;
        graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .updater(new Adam(0.001))
                .graphBuilder()
                .addInputs(last)
                .setInputTypes(
                        flat
                                ? InputType.convolutional(1, Network.LENGTH, 1)
                                : InputType.recurrent(1, Network.LENGTH, RNNFormat.NCW));
    }

    /** Whether batches of a network have the shape batch × 1 × 1 × 187, and not batch × 1 × 187. */
    static boolean isFlat(Network network) {
        return network == Network.RESNET_NORMALIZED;
    }

    /** A network; there is no layer for gated recurrent units. */
    static ComputationGraphConfiguration of(Network network, long seed) {
        StockNetworks networks = new StockNetworks(seed, isFlat(network));
        return switch (network) {
            case CNN -> networks.cnn();
            case RESNET, RESNET_NORMALIZED -> networks.resnet();
            case RESNET_NARROW -> networks.narrow();
            case LSTM -> networks.lstm();
            case GRU -> throw new IllegalArgumentException("DL4J has no GRU");
        };
    }

    private ComputationGraphConfiguration cnn() {
        convolution(32, 5, Activation.RELU);
        pool(2, 2);
        convolution(64, 5, Activation.RELU);
        pool(2, 2);
        convolution(128, 5, Activation.RELU);
        layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        layer(new DenseLayer.Builder().nOut(64).activation(Activation.RELU).build());
        return output();
    }

    private ComputationGraphConfiguration resnet() {
        normalized(32, 7, Activation.RELU);
        int width = 32;
        for (int filters : new int[] {32, 32, 64, 64, 128}) {
            residual(width, filters);
            width = filters;
        }
        String before = last;
        String mean = layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        last = before;
        String maximum = layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
        last = name("merge");
        graph.addVertex(last, new MergeVertex(), mean, maximum);
        return output();
    }

    private ComputationGraphConfiguration narrow() {
        convolution(32, 5, Activation.RELU);
        for (int i = 0; i < 5; i++) {
            residual(32, 32);
        }
        String before = last;
        last = name("flatten");
        graph.addVertex(last, new ReshapeVertex(-1, 64), before);
        return output();
    }

    private ComputationGraphConfiguration lstm() {
        layer(new LastTimeStep(new LSTM.Builder()
                .nOut(64)
                .activation(Activation.TANH)
                .weightInit(WeightInit.XAVIER)
                .build()));
        return output();
    }

    private void residual(int width, int filters) {
        String before = last;
        normalized(filters, 5, Activation.RELU);
        String main = normalized(filters, 5, Activation.IDENTITY);
        String skip = before;
        if (filters != width) {
            last = before;
            skip = convolution(filters, 1, Activation.IDENTITY);
        }
        last = name("sum");
        graph.addVertex(last, new ElementWiseVertex(ElementWiseVertex.Op.Add), main, skip);
        layer(new ActivationLayer(Activation.RELU));
        pool(5, 2);
    }

    private String normalized(int filters, int width, Activation activation) {
        if (!flat) {
            return convolution(filters, width, activation);
        }
        convolution(filters, width, Activation.IDENTITY);
        return layer(new BatchNormalization.Builder().activation(activation).build());
    }

    private String convolution(int filters, int width, Activation activation) {
        return layer(
                flat
                        ? new ConvolutionLayer.Builder(1, width)
                                .convolutionMode(ConvolutionMode.Same)
                                .nOut(filters)
                                .activation(activation)
                                .build()
                        : new Convolution1DLayer.Builder(width)
                                .convolutionMode(ConvolutionMode.Same)
                                .nOut(filters)
                                .activation(activation)
                                .build());
    }

    private void pool(int width, int stride) {
        layer(
                flat
                        ? new SubsamplingLayer.Builder(
                                        SubsamplingLayer.PoolingType.MAX, new int[] {1, width}, new int[] {1, stride})
                                .build()
                        : new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, width, stride).build());
    }

    private ComputationGraphConfiguration output() {
        String output = layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Network.CLASSES)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build());
        return graph.setOutputs(output).build();
    }

    private String layer(Layer layer) {
        String before = last;
        last = name(layer.getClass().getSimpleName());
        graph.addLayer(last, layer, before);
        return last;
    }

    private String name(String what) {
        return count++ + " " + what;
    }
}
