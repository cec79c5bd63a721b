#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: weight decay that is set for a whole network acts twice in every layer.
#
# NeuralNetConfiguration.Builder.weightDecay(c) is meant for all layers that have none of their own. The network's
# settings are merged into each layer's twice; L1 and L2 are recognised the second time, weight decay is added once
# more. So weights shrink by 2c a step, a layer that asks for its own decay has the network's on top, and whoever
# carries a decay over from a paper or another library regularises twice as hard as intended. Set in every layer's own
# builder, it acts once.
#
# Seen, one step of plain SGD at a rate of 0.1 with a decay of 0.5; what decay took from a weight, as a share of it:
#   expected                              0.050
#   set for the network                   0.100
#   set in the layer                      0.050
#   set for the network and in the layer  0.100
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
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class Finding {
    static final double RATE = 0.1, DECAY = 0.5;

    enum Where { NOWHERE, NETWORK, LAYER, BOTH }

    public static void main(String[] arguments) {
        double network = share(Where.NETWORK);
        double layer = share(Where.LAYER);
        double both = share(Where.BOTH);
        System.out.printf(Locale.ROOT, "expected                              %.3f%n", RATE * DECAY);
        System.out.printf(Locale.ROOT, "set for the network                   %.3f%n", network);
        System.out.printf(Locale.ROOT, "set in the layer                      %.3f%n", layer);
        System.out.printf(Locale.ROOT, "set for the network and in the layer  %.3f%n", both);
        boolean asStated = Math.abs(network - 2 * RATE * DECAY) < 1e-9
                && Math.abs(layer - RATE * DECAY) < 1e-9
                && Math.abs(both - 2 * RATE * DECAY) < 1e-9;
        if (!asStated) {
            System.out.println("CHANGED: decay does not act as often as stated");
            System.exit(1);
        }
    }

    static double share(Where where) {
        double before = weight(Where.NOWHERE, false);
        return (weight(Where.NOWHERE, true) - weight(where, true)) / before;
    }

    static double weight(Where where, boolean trained) {
        NeuralNetConfiguration.Builder builder =
                new NeuralNetConfiguration.Builder().seed(1).dataType(DataType.DOUBLE).updater(new Sgd(RATE));
        OutputLayer.Builder layer = new OutputLayer.Builder(LossFunction.MCXENT).nOut(2).activation(Activation.SOFTMAX);
        if (where == Where.NETWORK || where == Where.BOTH) {
            builder.weightDecay(DECAY);
        }
        if (where == Where.LAYER || where == Where.BOTH) {
            layer.weightDecay(DECAY);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                builder.list().layer(layer.build()).setInputType(InputType.feedForward(2)).build());
        network.init();
        if (trained) {
            network.fit(new DataSet(
                    Nd4j.createFromArray(new double[][] {{1, -1}}), Nd4j.createFromArray(new double[][] {{1, 0}})));
        }
        return network.getParam("0_W").getDouble(0);
    }
}
JAVA
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*' Finding.java
