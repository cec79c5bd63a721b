#!/usr/bin/env bash
# Tribuo 4.3.2: a decision tree of weighted classes answers probabilities below 0 and above 1.
#
# While it looks for a split, CARTClassificationTrainer moves weights from one side to the other by adding and
# subtracting them in single precision. Weights such as 0.1 and 0.7 have no exact form there, so a class that is no
# longer in a node is left with a little more, or less, than nothing. What is less becomes a probability below zero, the
# others exceed one, and a log loss or a check of the answer fails far away from the tree. Weights that are powers of
# two are exact, and do no harm.
#
# Seen, 3,000 examples of three classes, at most 20 levels, Gini impurity:
#   equal weights           answers with a negative probability: 0      lowest 0.000000
#   weights 0.125, 1, 0.5   answers with a negative probability: 0      lowest 0.000000
#   weights 0.1, 1, 0.7     answers with a negative probability: 331    lowest -0.000023
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
      <groupId>org.tribuo</groupId><artifactId>tribuo-classification-tree</artifactId><version>4.3.2</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.logging.LogManager;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class Finding {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        int equal = negatives("equal weights", 1, 1, 1);
        int exact = negatives("weights 0.125, 1, 0.5", 0.125f, 1, 0.5f);
        int weighted = negatives("weights 0.1, 1, 0.7", 0.1f, 1, 0.7f);
        if (equal != 0 || exact != 0 || weighted == 0) {
            System.out.println("CHANGED: expected none with equal or exact weights, and some with others");
            System.exit(1);
        }
    }

    static int negatives(String title, float n, float s, float v) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance("toy", factory), factory);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            String label = i % 3 == 0 ? "N" : i % 3 == 1 ? "S" : "V";
            double[] values = {random.nextGaussian() + (label.equals("S") ? 1 : 0), random.nextGaussian()};
            data.add(new ArrayExample<>(new Label(label), new String[] {"interval", "width"}, values));
        }
        data.setWeights(Map.of(new Label("N"), n, new Label("S"), s, new Label("V"), v));
        int count = 0;
        double lowest = 1;
        for (Prediction<Label> answer :
                new CARTClassificationTrainer(20, 2, 0, 1, false, new GiniIndex(), 1L).train(data).predict(data)) {
            double least = answer.getOutputScores().values().stream().mapToDouble(Label::getScore).min().orElseThrow();
            count += least < 0 ? 1 : 0;
            lowest = Math.min(lowest, least);
        }
        System.out.printf(
                Locale.ROOT, "%-21s   answers with a negative probability: %-4d   lowest %.6f%n", title, count, lowest);
        return count;
    }
}
JAVA
java -cp 'lib/*' Finding.java
