#!/usr/bin/env bash
# WEKA 3.8.6: what the nearest neighbours (IBk) answer depends on what they were asked before.
#
# Its default distance scales every attribute by its range, and every query widens the ranges: a model that was fitted
# and never updated changes with each instance it is asked about. One outlier among the test beats, and all beats behind
# it are compared on another scale; the score of a test set depends on its order, single answers differ from those in a
# batch, and test data take part in the scaling. Switched off by the distance's option -D (no normalisation; scale
# beforehand).
#
# Seen, k = 1, the same question before and after one about a beat with ten times the amplitude; probabilities of N and
# V:
#   default   before 0.83 0.17   after 0.17 0.83
#   with -D   before 0.83 0.17   after 0.83 0.17
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
      <groupId>nz.ac.waikato.cms.weka</groupId><artifactId>weka-stable</artifactId><version>3.8.6</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import weka.classifiers.lazy.IBk;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neighboursearch.LinearNNSearch;

class Finding {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        boolean changed = asked("default", new IBk(1));
        IBk unscaled = new IBk(1);
        EuclideanDistance distance = new EuclideanDistance();
        distance.setDontNormalize(true);
        LinearNNSearch search = new LinearNNSearch();
        search.setDistanceFunction(distance);
        unscaled.setNearestNeighbourSearchAlgorithm(search);
        boolean changedUnscaled = asked("with -D", unscaled);
        if (!changed || changedUnscaled) {
            System.out.println("CHANGED: answers depend on earlier questions in another way");
            System.exit(1);
        }
    }

    static boolean asked(String name, IBk model) throws Exception {
        ArrayList<Attribute> attributes = new ArrayList<>(
                List.of(new Attribute("width"), new Attribute("amplitude"), new Attribute("class", List.of("N", "V"))));
        Instances beats = new Instances("beats", attributes, 4);
        beats.setClassIndex(2);
        double[][] rows = {{0, 0, 0}, {1, 1, 0}, {0.8, 0, 1}, {0, 0.5, 0}};
        for (double[] row : rows) {
            beats.add(new DenseInstance(1, row));
        }
        model.buildClassifier(beats);
        Instance beat = beat(beats, 0.5, 0.45);
        double[] before = model.distributionForInstance(beat);
        model.distributionForInstance(beat(beats, 0, 10));
        double[] after = model.distributionForInstance(beat);
        System.out.printf(
                Locale.ROOT,
                "%-8s  before %.2f %.2f   after %.2f %.2f%n",
                name, before[0], before[1], after[0], after[1]);
        return !Arrays.equals(before, after);
    }

    static Instance beat(Instances beats, double width, double amplitude) {
        Instance beat = new DenseInstance(1, new double[] {width, amplitude, 0});
        beat.setDataset(beats);
        return beat;
    }
}
JAVA
java -cp 'lib/*' Finding.java
