#!/usr/bin/env bash
# Tribuo 4.3.2: an exported ONNX model wants its columns sorted as text, answers classes in the order of a hash table,
# and names neither.
#
# Tribuo keeps features by name and hands out columns in the order of the names: s0 s1 s10 s11 s2. Classes get their
# places from the iteration order of a hash map, which is neither that of the data nor the alphabet's. Inside Tribuo
# nobody notices; the exported model is one matrix without a name in it, so that whoever feeds it samples in their own
# order gets answers that look like probabilities, of the wrong columns and under the wrong classes. Only the program
# that exported the model can write the two orders down, from getFeatureIDMap and getOutputIDInfo. (Names of one width,
# as s000, sort as they count.)
#
# Seen, with ONNX Runtime 1.29.0, twelve features s0 to s11, classes first met in the order N S V F Q:
#   columns  s0 s1 s10 s11 s2 s3 s4 s5 s6 s7 s8 s9
#   classes  Q S F V N
#   names of columns in the exported model: none
#   largest error, both orders as in the data     0.786
#   largest error, columns sorted as text         0.624
#   largest error, and classes as in Tribuo's map 0.000
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
    <dependency>
      <groupId>com.microsoft.onnxruntime</groupId><artifactId>onnxruntime</artifactId><version>1.29.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
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
    static final List<String> CLASSES = List.of("N", "S", "V", "F", "Q");

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance("toy", factory), factory);
        String[] names = new String[12];
        for (int i = 0; i < names.length; i++) {
            names[i] = "s" + i;
        }
        Random random = new Random(1);
        double[] values = new double[names.length];
        for (int row = 0; row < 100; row++) {
            values = random.doubles(names.length).toArray();
            values[row % 5 + 2]++;
            data.add(new ArrayExample<>(new Label(CLASSES.get(row % 5)), names.clone(), values.clone()));
        }
        SGD sgd = SGD.getSimpleSGD(0.1);
        LinearSGDModel model =
                (LinearSGDModel) new LinearSGDTrainer(new LogMulticlass(), sgd, 20, 1_000_000, 1, 1L).train(data);

        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(model.getFeatureIDMap().get(i).getName());
        }
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < CLASSES.size(); i++) {
            classes.add(model.getOutputIDInfo().getOutput(i).getLabel());
        }
        OnnxMl.ModelProto exported = model.exportONNXModel("finding", 1);
        boolean named = exported.toString().contains("s10");
        System.out.println("columns  " + String.join(" ", columns));
        System.out.println("classes  " + String.join(" ", classes));
        System.out.println("names of columns in the exported model: " + (named ? "yes" : "none"));

        float[] natural = new float[names.length];
        float[] sorted = new float[names.length];
        for (int i = 0; i < names.length; i++) {
            natural[i] = (float) values[i];
            sorted[i] = (float) values[List.of(names).indexOf(columns.get(i))];
        }
        Map<String, Label> expected = model.predict(data.getExample(data.size() - 1)).getOutputScores();
        double asCounted = difference(exported, natural, CLASSES, expected);
        double columnsOnly = difference(exported, sorted, CLASSES, expected);
        double both = difference(exported, sorted, classes, expected);
        System.out.printf(Locale.ROOT, "largest error, both orders as in the data     %.3f%n", asCounted);
        System.out.printf(Locale.ROOT, "largest error, columns sorted as text         %.3f%n", columnsOnly);
        System.out.printf(Locale.ROOT, "largest error, and classes as in Tribuo's map %.3f%n", both);
        boolean asStated = columns.equals(new ArrayList<>(new TreeSet<>(List.of(names))))
                && !classes.equals(CLASSES)
                && !classes.equals(new ArrayList<>(new TreeSet<>(CLASSES)))
                && !named
                && asCounted > 0.01
                && columnsOnly > 0.01
                && both < 1e-4;
        if (!asStated) {
            System.out.println("CHANGED: orders or names are not as stated");
            System.exit(1);
        }
    }

    static double difference(OnnxMl.ModelProto model, float[] row, List<String> classes, Map<String, Label> expected)
            throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toByteArray());
                OnnxTensor input = OnnxTensor.createTensor(environment, new float[][] {row});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[] answer = ((float[][]) result.get(0).getValue())[0];
            double largest = 0;
            for (int i = 0; i < answer.length; i++) {
                largest = Math.max(largest, Math.abs(answer[i] - expected.get(classes.get(i)).getScore()));
            }
            return largest;
        }
    }
}
JAVA
java -cp 'lib/*' Finding.java
