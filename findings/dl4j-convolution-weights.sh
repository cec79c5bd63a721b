#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: the weights of Convolution1DLayer lie in another order than they say.
#
# getParam("W") has the shape [out, in, steps, 1], as that of a convolution over two dimensions. The layer computes with the same
# numbers in memory as [steps, in, out]. Training does not mind; whoever reads the weights to compute with them elsewhere, as one
# does who exports a network, gets one that answers, plausibly and wrongly.
#
# Seen, three steps, two channels in, four out; what comes out at one place:
#   shape of W          [4, 2, 3, 1]
#   the layer           -0.19337 -0.06078 -0.02595 -0.35471
#   as the shape says   -0.00177 -0.25255 -0.17736 -0.16959
#   as [steps, in, out] -0.19337 -0.06078 -0.02595 -0.35471
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
import java.util.Locale;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class Finding {
    static final int OUT = 4;
    static final int IN = 2;
    static final int STEPS = 3;
    static final int PLACE = 3;

    interface Weight {
        double at(int out, int in, int step);
    }

    public static void main(String[] arguments) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new Convolution1DLayer.Builder(STEPS)
                        .rnnDataFormat(RNNFormat.NCW)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(OUT)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(2).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.recurrent(IN, 7, RNNFormat.NCW))
                .build());
        network.init();
        INDArray x = Nd4j.rand(Nd4j.getRandom(), 1, IN, 7);
        INDArray answer = network.feedForward(x).get(1);
        INDArray w = network.getLayer(0).getParam("W");
        float[] memory = w.dup('c').data().asFloat();
        double[] layer = new double[OUT];
        for (int out = 0; out < OUT; out++) {
            layer[out] = answer.getDouble(0, out, PLACE);
        }
        double[] said = sums(x, (out, in, step) -> w.getDouble(out, in, step, 0));
        double[] other = sums(x, (out, in, step) -> memory[(step * IN + in) * OUT + out]);
        System.out.println("  shape of W          " + java.util.Arrays.toString(w.shape()));
        print("the layer", layer);
        print("as the shape says", said);
        print("as [steps, in, out]", other);
        if (!(far(layer, said) > 1e-3) || !(far(layer, other) < 1e-5)) {
            System.out.println("CHANGED: the order of the weights");
            System.exit(1);
        }
        System.exit(0);
    }

    static double[] sums(INDArray x, Weight weight) {
        double[] sums = new double[OUT];
        for (int out = 0; out < OUT; out++) {
            for (int in = 0; in < IN; in++) {
                for (int step = 0; step < STEPS; step++) {
                    sums[out] += weight.at(out, in, step) * x.getDouble(0, in, PLACE + step - STEPS / 2);
                }
            }
        }
        return sums;
    }

    static double far(double[] one, double[] other) {
        double greatest = 0;
        for (int out = 0; out < OUT; out++) {
            greatest = Math.max(greatest, Math.abs(one[out] - other[out]));
        }
        return greatest;
    }

    static void print(String name, double[] values) {
        StringBuilder line = new StringBuilder(String.format("  %-19s", name));
        for (double value : values) {
            line.append(String.format(Locale.ROOT, " %8.5f", value));
        }
        System.out.println(line);
    }
}
JAVA
java -cp 'lib/*' Finding.java
