#!/usr/bin/env bash
# ND4J 1.0.0-M2.1: Nadam leaves the second moment uncorrected, so its first step is 40 times as long as it should be.
#
# Nadam divides the corrected first moment by the root of the corrected second moment (Dozat 2016, algorithm 2). Here
# only the first is corrected (all of it for the present step, as often seen, where the paper corrects the part that
# looks ahead for the next one). Both moments start at zero, the second with a decay of 0.999: it takes thousands of
# steps until the missing correction no longer shows, and at the first step the divisor is 0.03 of what it should be.
# Weights are thrown far away before training begins. Adam and AMSGrad, side by side with it in the same library, are
# right.
#
# Seen, four steps with the same gradient of 4 and a learning rate of 0.1:
#   Nadam, as published               0.1474  0.1157  0.1078  0.1047
#   Nadam, corrected for this step    0.1900  0.1426  0.1269  0.1191
#   Nadam, second moment uncorrected  6.0083  3.1901  2.3180  1.8842
#   Nadam of ND4J                     6.0083  3.1901  2.3180  1.8842
#   Adam of ND4J                      0.1000  0.1000  0.1000  0.1000
#   AMSGrad of ND4J                   0.1000  0.1000  0.1000  0.1000
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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;

class Finding {
    static final double RATE = 0.1, BETA1 = 0.9, BETA2 = 0.999, EPSILON = 1e-8, GRADIENT = 4;

    public static void main(String[] arguments) {
        double[] uncorrected = byHand(0, false);
        double[] seen = steps(new Nadam(RATE, BETA1, BETA2, EPSILON));
        print("Nadam, as published", byHand(1, true));
        print("Nadam, corrected for this step", byHand(0, true));
        print("Nadam, second moment uncorrected", uncorrected);
        print("Nadam of ND4J", seen);
        print("Adam of ND4J", steps(new Adam(RATE, BETA1, BETA2, EPSILON)));
        print("AMSGrad of ND4J", steps(new AMSGrad(RATE, BETA1, BETA2, EPSILON)));
        for (int i = 0; i < seen.length; i++) {
            if (Math.abs(seen[i] / uncorrected[i] - 1) > 1e-3) {
                System.out.println("CHANGED: the steps are no longer those without correction");
                System.exit(1);
            }
        }
    }

    /** For how many steps ahead the first moment is corrected, and whether the second is corrected at all. */
    static double[] byHand(int ahead, boolean correct) {
        double mean = 0;
        double square = 0;
        double[] steps = new double[4];
        for (int t = 1; t <= steps.length; t++) {
            mean = BETA1 * mean + (1 - BETA1) * GRADIENT;
            square = BETA2 * square + (1 - BETA2) * GRADIENT * GRADIENT;
            double momentum = BETA1 * mean / (1 - Math.pow(BETA1, t + ahead))
                    + (1 - BETA1) * GRADIENT / (1 - Math.pow(BETA1, t));
            double second = correct ? square / (1 - Math.pow(BETA2, t)) : square;
            steps[t - 1] = RATE * momentum / (Math.sqrt(second) + EPSILON);
        }
        return steps;
    }

    static double[] steps(IUpdater updater) {
        INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, updater.stateSize(1));
        GradientUpdater<?> running = updater.instantiate(state, true);
        double[] steps = new double[4];
        for (int i = 0; i < steps.length; i++) {
            INDArray gradient = Nd4j.createFromArray(GRADIENT).reshape(1, 1);
            running.applyUpdater(gradient, i, 0);
            steps[i] = gradient.getDouble(0);
        }
        return steps;
    }

    static void print(String name, double[] steps) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-32s", name));
        for (double step : steps) {
            line.append(String.format(Locale.ROOT, "  %.4f", step));
        }
        System.out.println(line);
    }
}
JAVA
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*' Finding.java
