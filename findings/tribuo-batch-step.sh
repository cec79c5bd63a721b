#!/usr/bin/env bash
# Tribuo 4.3.2: with plain SGD, one step grows with the square of the batch size.
#
# The gradient of a batch is the mean over its examples, by which a step hardly depends on the batch size, or their sum.
# Here it is their sum, multiplied once more by the batch size. A learning rate that was found at batches of 1 is a
# thousand times as large at batches of 32; the fit oscillates or becomes infinite, and the learning rate gets the
# blame. AdaGrad, whose steps do not depend on the scale of gradients, hides it.
#
# Seen, one epoch of one full batch from zero weights (the mean of the gradients is 0.5 at every size), learning rate
# 0.001:
#   batch  2   of the mean 0.0005   of the sum 0.0010   Tribuo 0.0020
#   batch  4   of the mean 0.0005   of the sum 0.0020   Tribuo 0.0080
#   batch  8   of the mean 0.0005   of the sum 0.0040   Tribuo 0.0320
#   batch 16   of the mean 0.0005   of the sum 0.0080   Tribuo 0.1280
#   batch 32   of the mean 0.0005   of the sum 0.0160   Tribuo 0.5120
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
      <groupId>org.tribuo</groupId><artifactId>tribuo-classification-sgd</artifactId><version>4.3.2</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.Locale;
import java.util.logging.LogManager;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class Finding {
    static final double RATE = 0.001;

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        boolean asStated = true;
        for (int size : new int[] {2, 4, 8, 16, 32}) {
            double seen = Math.abs(firstStep(size));
            System.out.printf(
                    Locale.ROOT,
                    "batch %2d   of the mean %.4f   of the sum %.4f   Tribuo %.4f%n",
                    size, RATE * 0.5, RATE * 0.5 * size, seen);
            asStated &= Math.abs(seen / (RATE * 0.5 * size * size) - 1) < 1e-6;
        }
        if (!asStated) {
            System.out.println("CHANGED: a step no longer goes with the square of the batch size");
            System.exit(1);
        }
    }

    /** Two classes at +1 and -1: from zero weights, every example's gradient is 0.5 in the same direction. */
    static double firstStep(int size) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance("toy", factory), factory);
        for (int i = 0; i < size; i++) {
            boolean ectopic = i % 2 == 0;
            Label label = new Label(ectopic ? "V" : "N");
            data.add(new ArrayExample<>(label, new String[] {"width"}, new double[] {ectopic ? 1 : -1}));
        }
        SGD sgd = SGD.getSimpleSGD(RATE);
        LinearSGDTrainer trainer = new LinearSGDTrainer(new LogMulticlass(), sgd, 1, 1_000_000, size, 1L);
        return ((LinearSGDModel) trainer.train(data)).getWeightsCopy().get(0, 0);
    }
}
JAVA
java -cp 'lib/*' Finding.java
