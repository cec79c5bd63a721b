package org.beatbench.canaries;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/**
 * Classifies a beat by its unpadded length alone, which is the interval to the next beat: what is known without looking
 * at a single sample. It answers with the shares of the classes among the training beats of the same length, to which
 * it adds one beat of the usual mixture, so that a length never seen is answered too.
 */
public final class LengthCanary extends Canary {

    static final String ID = "canary-length";

    public LengthCanary() {
        super(
                ID,
                "Length alone",
                "Canary: answers by the length before the padding alone, with the classes of training beats as long.");
    }

    @Override
    TrainedModel fit(Beats training, FitContext context) {
        int[][] counts = new int[training.length() + 1][training.classes().size()];
        for (int row = 0; row < training.size(); row++) {
            counts[training.beat(row).unpaddedLength()][training.label(row)]++;
        }
        return new Model(ClassCounts.of(training), counts, training.classes());
    }

    @Override
    TrainedModel read(DataInputStream in, LoadContext context) throws IOException {
        int classes = context.classes().size();
        ClassCounts all = ClassCounts.read(in, classes);
        int[][] counts = new int[context.length() + 1][];
        for (int length = 0; length < counts.length; length++) {
            counts[length] = ClassCounts.readInts(in, classes);
        }
        return new Model(all, counts, context.classes());
    }

    private static final class Model implements TrainedModel {

        private final ClassCounts all;
        private final int[][] counts;
        private final List<String> classes;

        private Model(ClassCounts all, int[][] counts, List<String> classes) {
            this.all = all;
            this.counts = counts;
            this.classes = classes;
        }

        @Override
        public Predictions predict(Beats beats) {
            Rows.Builder answers = Rows.builder(classes.size());
            for (int row = 0; row < beats.size(); row++) {
                answers.add(answer(counts[beats.beat(row).unpaddedLength()]));
            }
            return Predictions.of(answers.build());
        }

        private float[] answer(int[] alike) {
            double sum = 1;
            for (int count : alike) {
                sum += count;
            }
            float[] answer = new float[alike.length];
            for (int label = 0; label < answer.length; label++) {
                answer[label] = (float) ((alike[label] + all.share(label)) / sum);
            }
            return answer;
        }

        @Override
        public void save(Path folder) throws IOException {
            CanaryFile.write(folder, ID, counts.length - 1, classes, this::write);
        }

        private void write(DataOutputStream out) throws IOException {
            all.write(out);
            for (int[] alike : counts) {
                ClassCounts.writeInts(out, alike);
            }
        }
    }
}
