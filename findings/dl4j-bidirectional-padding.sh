#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: padding that an LSTM runs through before a sequence, as the backward half of a bidirectional one
# does, trains its bias in spite of the mask.
#
# Let the LSTM have its mask (which a network does not give it, see dl4j-feature-mask.sh). Then a padded sequence has
# the same answer, the same loss and the same gradients as the sequence alone, but for one parameter: the bias of the
# half that meets the padding first also counts the masked steps (and its input weights do, if the padding is anything
# but zeros). So it learns from how much shorter sequences are than the longest of their batch, and comparing answers,
# which is how one tests a mask, shows nothing. A forward LSTM has the same where sequences are padded at their
# beginning.
#
# Seen, a sequence of 6 steps alone and padded with zeros to 10, before a mean over time; the difference of the
# loss, and the gradients that differ (b, bb: the biases of a forward LSTM, and of the backward half):
#   LSTM, padded behind                loss 0.000000, of 5 gradients none
#   LSTM, padded before                loss 0.000000, of 5 gradients 0_b by 0.183315
#   bidirectional LSTM, padded behind  loss 0.000000, of 8 gradients 0_bb by 0.031511
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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
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
        Layer both = new Bidirectional(Bidirectional.Mode.CONCAT, lstm());
        Set<String> behind = differ("LSTM, padded behind", lstm(), 0);
        Set<String> before = differ("LSTM, padded before", lstm(), 4);
        Set<String> backward = differ("bidirectional LSTM, padded behind", both, 0);
        if (!behind.isEmpty() || !before.equals(Set.of("0_b")) || !backward.equals(Set.of("0_bb"))) {
            System.out.println("CHANGED: other gradients differ than those of the bias that meets the padding first");
            System.exit(1);
        }
    }

    static LSTM lstm() {
        return new LSTM.Builder().nOut(3).activation(Activation.TANH).build();
    }

    /** The parameters whose gradient depends on the padding. */
    static Set<String> differ(String name, Layer recurrent, int begin) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(recurrent)
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(2).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.recurrent(1, 10, RNNFormat.NCW))
                .build());
        network.init();
        network.setParameters(Nd4j.createFromArray(
                new Random(1).doubles(network.numParams(), -1, 1).toArray()).reshape(1, network.numParams()));
        INDArray padded = Nd4j.zeros(DataType.DOUBLE, 1, 1, 10);
        padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(begin, begin + 6)).assign(BEAT);
        INDArray mask = Nd4j.zeros(DataType.DOUBLE, 1, 10);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(begin, begin + 6)).assign(1);

        Map<String, INDArray> alone = gradients(network, BEAT, null);
        double loss = network.score();
        Map<String, INDArray> masked = gradients(network, padded, mask);
        System.out.printf(Locale.ROOT, "%-34s loss %.6f, of %d gradients", name, network.score() - loss, alone.size());
        Set<String> different = new TreeSet<>();
        if (Math.abs(network.score() - loss) > 1e-12) {
            different.add("loss");
        }
        for (String parameter : alone.keySet()) {
            double seen = masked.get(parameter).sub(alone.get(parameter)).amaxNumber().doubleValue();
            if (seen > 1e-12) {
                different.add(parameter);
                System.out.printf(Locale.ROOT, " %s by %.6f", parameter, seen);
            }
        }
        System.out.println(different.isEmpty() ? " none" : "");
        return different;
    }

    static Map<String, INDArray> gradients(MultiLayerNetwork network, INDArray features, INDArray mask) {
        network.setLayerMaskArrays(mask, null);
        network.getLayer(0).setMaskArray(mask);
        network.setInput(features);
        network.setLabels(Nd4j.createFromArray(new double[][] {{1, 0}}));
        network.computeGradientAndScore();
        network.clearLayerMaskArrays();
        Map<String, INDArray> copies = new TreeMap<>();
        network.gradient().gradientForVariable().forEach((name, values) -> copies.put(name, values.dup()));
        return copies;
    }
}
JAVA
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*' Finding.java
