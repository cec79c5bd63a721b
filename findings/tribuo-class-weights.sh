#!/usr/bin/env bash
# Tribuo 4.3.2: class weights of a linear SGD model wear off with the batch size, and in a full batch do nothing at all.
#
# MutableDataset.setWeights gives every class a weight, and LinearSGDTrainer accepts such data. It weighs whole batches
# by the mean weight of their examples, not each example's gradient: weights matter as far as batches differ in
# composition. In a full batch all of them only make the steps longer. Rare classes stay as neglected as they were,
# without a word.
#
# Seen: one constant feature, 90 examples of N and 10 of V, so that the right answer is the weighted share of V:
#   batches of 100   weight of V 1    weighted share of V 0.100   probability of V 0.100
#   batches of 100   weight of V 9    weighted share of V 0.500   probability of V 0.100
#   batches of 100   weight of V 99   weighted share of V 0.917   probability of V 0.100
#   batches of 1     weight of V 9    weighted share of V 0.500   probability of V 0.500
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
import java.util.Map;
import java.util.logging.LogManager;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class Finding {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        boolean asStated = true;
        for (int weight : new int[] {1, 9, 99}) {
            // the step of a batch goes with the square of its size, see tribuo-batch-step.sh
            asStated &= Math.abs(probability(weight, 100, 5000, 1e-5) - 0.1) < 1e-3;
        }
        asStated &= Math.abs(probability(9, 1, 3000, 1e-3) - 0.5) < 1e-2;
        if (!asStated) {
            System.out.println("CHANGED: weights act in another way now");
            System.exit(1);
        }
    }

    static double probability(int weight, int batch, int epochs, double rate) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance("toy", factory), factory);
        for (int i = 0; i < 100; i++) {
            data.add(new ArrayExample<>(new Label(i % 10 == 0 ? "V" : "N"), new String[] {"one"}, new double[] {1}));
        }
        data.setWeights(Map.of(new Label("N"), 1f, new Label("V"), (float) weight));
        SGD sgd = SGD.getSimpleSGD(rate);
        LinearSGDTrainer trainer = new LinearSGDTrainer(new LogMulticlass(), sgd, epochs, 1_000_000, batch, 1L);
        double seen = trainer.train(data).predict(data.getExample(0)).getOutputScores().get("V").getScore();
        System.out.printf(
                Locale.ROOT,
                "batches of %-3d   weight of V %-2d   weighted share of V %.3f   probability of V %.3f%n",
                batch, weight, weight * 10 / (90.0 + weight * 10), seen);
        return seen;
    }
}
JAVA
java -cp 'lib/*' Finding.java
