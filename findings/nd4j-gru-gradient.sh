#!/usr/bin/env bash
# ND4J 1.0.0-M2.1: the gradient of the GRU operation is wrong wherever its reset gate takes part.
#
# What SameDiff's rnn().gru answers is right; what it gives back for training is not, from a single time step on: the
# derivatives by the reset gate's weights and bias are off, some of them in sign, and with them those by the input and
# the first state. Weights of the other two gates are right for one step, so that a loss still falls and only a
# comparison with finite differences tells. (DL4J has no GRU layer; this operation is what it offers instead.)
#
# Seen, one time step, derivatives of the summed squares of the output by each of the six biases, two for
# the reset gate, two for the update gate, two for the candidate; and how far off all others are:
#   Added differentiated op reduce_sum
#   Added differentiated op multiply
#   Added differentiated op gru
#   finite differences   0.0126  -0.0871  -0.0702   0.1760  -0.5266  -0.3490
#   calculateGradients  -0.0288  -0.0755  -0.0702   0.1760  -0.5266  -0.3490
#   largest error by input              0.0123
#   largest error by first state        0.0628
#   largest error by weights of input   0.0317
#   largest error by weights of state   0.0339
#   largest error by biases             0.0414
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
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Finding {
    static final String[] NAMES = {"input", "first state", "weights of input", "weights of state", "biases"};

    public static void main(String[] arguments) {
        long[][] shapes = {{1, 2, 2}, {2, 2}, {2, 6}, {2, 6}, {6}};
        SameDiff graph = SameDiff.create();
        Random random = new Random(1);
        SDVariable[] variables = new SDVariable[NAMES.length];
        for (int i = 0; i < NAMES.length; i++) {
            INDArray values = Nd4j.zeros(DataType.DOUBLE, shapes[i]);
            for (long k = 0; k < values.length(); k++) {
                values.putScalar(k, random.nextGaussian() / 2);
            }
            variables[i] = graph.var(NAMES[i], values);
        }
        SDVariable output = graph.rnn().gru(variables[0], variables[1], variables[2], variables[3], variables[4]);
        output.mul(output).sum("loss");
        graph.setLossVariables("loss");
        Map<String, INDArray> given = graph.calculateGradients(Map.of(), NAMES);
        double[] errors = new double[NAMES.length];
        INDArray expected = null;
        for (int i = 0; i < NAMES.length; i++) {
            expected = differences(graph, variables[i]);
            errors[i] = expected.sub(given.get(NAMES[i])).amaxNumber().doubleValue();
        }
        INDArray biases = given.get("biases");
        print("finite differences", expected);
        print("calculateGradients", biases);
        for (int i = 0; i < NAMES.length; i++) {
            System.out.printf(Locale.ROOT, "largest error by %-18s %.4f%n", NAMES[i], errors[i]);
        }
        double rest = 0;
        for (int i = 2; i < 6; i++) {
            rest = Math.max(rest, Math.abs(biases.getDouble(i) - expected.getDouble(i)));
        }
        for (double error : errors) {
            if (error < 1e-3 || rest > 1e-5) {
                System.out.println("CHANGED: the gradients are no longer wrong, or others are");
                System.exit(1);
            }
        }
    }

    static INDArray differences(SameDiff graph, SDVariable variable) {
        INDArray values = variable.getArr();
        INDArray slopes = values.ulike();
        for (long k = 0; k < values.length(); k++) {
            double value = values.getDouble(k);
            double above = loss(graph, values, k, value + 1e-6);
            double below = loss(graph, values, k, value - 1e-6);
            values.putScalar(k, value);
            slopes.putScalar(k, (above - below) / 2e-6);
        }
        return slopes;
    }

    static double loss(SameDiff graph, INDArray values, long place, double value) {
        values.putScalar(place, value);
        return graph.output(Map.of(), "loss").get("loss").getDouble(0);
    }

    static void print(String name, INDArray slopes) {
        StringBuilder line = new StringBuilder(name);
        for (long i = 0; i < slopes.length(); i++) {
            line.append(String.format(Locale.ROOT, "  %7.4f", slopes.getDouble(i)));
        }
        System.out.println(line);
    }
}
JAVA
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*' Finding.java
