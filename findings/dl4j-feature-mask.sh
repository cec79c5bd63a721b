#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: a feature mask reaches the pooling over time and no layer before it: answers depend on the padding.
#
# MultiLayerNetwork.output(features, train, mask, null), like fit, takes a mask that says where sequences of different
# lengths end. The network asks each layer what becomes of the mask behind it, and gives it to the pooling only.
# Convolutions answer their bias behind the end, the next convolution carries that into the sequence; the backward half
# of a bidirectional LSTM begins in the padding. A single convolution or LSTM before a pooling is right, and so is an
# untrained bidirectional LSTM, whose biases are zero: a first test passes, and a trained network answers otherwise for
# a beat in a batch than for the same beat alone. Setting the mask of each layer by hand helps recurrent layers (but see
# dl4j-bidirectional-padding.sh).
#
# Seen, a sequence of 6 steps alone and padded with zeros to 10, with a mask; largest difference of the probabilities:
#   convolution               0.000000   layers have: - mask -
#   LSTM                      0.000000   layers have: - mask -
#   convolution, convolution  0.004295   layers have: - - mask -
#   bidirectional LSTM        0.004090   layers have: - mask -
#   LSTM, bidirectional LSTM  0.020391   layers have: - - mask -
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.deeplearning4j</groupId><artifactId>deeplearning4j-nn</artifactId><version>1.0.0-M2.1</version>
    </dependency>
    <dependency>
      <groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version>
    </dependency>
    <dependency>
      <groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.21</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class Finding {
    static final INDArray BEAT = Nd4j.createFromArray(0.3, -0.2, 0.5, 0.1, -0.7, 0.4).reshape(1, 1, 6);

    public static void main(String[] arguments) {
        double oneConvolution = difference("convolution", convolution());
        double oneLstm = difference("LSTM", lstm());
        double twoConvolutions = difference("convolution, convolution", convolution(), convolution());
        double bidirectional = difference("bidirectional LSTM", both());
        double behind = difference("LSTM, bidirectional LSTM", lstm(), both());
        if (Math.max(oneConvolution, oneLstm) > 1e-9
                || Math.min(twoConvolutions, Math.min(bidirectional, behind)) < 1e-4) {
            System.out.println("CHANGED: the mask reaches other layers than stated");
            System.exit(1);
        }
    }

    static Layer convolution() {
        return new Convolution1DLayer.Builder(3)
                .rnnDataFormat(RNNFormat.NCW)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(4)
                .activation(Activation.RELU)
                .build();
    }

    static LSTM lstm() {
        return new LSTM.Builder().nOut(3).activation(Activation.TANH).build();
    }

    static Layer both() {
        return new Bidirectional(Bidirectional.Mode.CONCAT, lstm());
    }

    static double difference(String name, Layer... layers) {
        List<Layer> all = new ArrayList<>(List.of(layers));
        all.add(new GlobalPoolingLayer(PoolingType.AVG));
        all.add(new OutputLayer.Builder(LossFunction.MCXENT).nOut(2).activation(Activation.SOFTMAX).build());
        NeuralNetConfiguration.ListBuilder builder =
                new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
        all.forEach(builder::layer);
        MultiLayerNetwork network =
                new MultiLayerNetwork(builder.setInputType(InputType.recurrent(1, 10, RNNFormat.NCW)).build());
        network.init();
        // as after training: biases are not zero
        network.setParameters(Nd4j.createFromArray(
                new Random(1).doubles(network.numParams(), -1, 1).toArray()).reshape(1, network.numParams()));
        INDArray padded = Nd4j.zeros(DataType.DOUBLE, 1, 1, 10);
        padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 6)).assign(BEAT);
        INDArray mask = Nd4j.zeros(DataType.DOUBLE, 1, 10);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 6)).assign(1);
        INDArray alone = network.output(BEAT, false).dup();
        double seen = network.output(padded, false, mask, null).sub(alone).amaxNumber().doubleValue();

        List<String> masked = new ArrayList<>();
        network.setLayerMaskArrays(mask, null);
        for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
            masked.add(layer.getMaskArray() == null ? "-" : "mask");
        }
        System.out.printf(Locale.ROOT, "%-25s %.6f   layers have: %s%n", name, seen, String.join(" ", masked));
        return seen;
    }
}
JAVA
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*' Finding.java
