package org.beatbench.canaries;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beats;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/**
 * Answers a class drawn at random, each as often as it occurs in training: what a score is worth that rewards naming
 * rare classes at all. The draw depends on the samples and the seed, so that a beat gets the same answer whoever is
 * asked with it.
 */
public final class PriorCanary extends Canary {

    static final String ID = "canary-prior";

    public PriorCanary() {
        super(
                ID,
                "Class by chance",
                "Canary: draws a class for every beat, each as often as it occurs among the training beats.");
    }

    @Override
    TrainedModel fit(Beats training, FitContext context) {
        return new Model(ClassCounts.of(training), context.seed(), training.length(), training.classes());
    }

    @Override
    TrainedModel read(DataInputStream in, LoadContext context) throws IOException {
        long seed = in.readLong();
        return new Model(ClassCounts.read(in, context.classes().size()), seed, context.length(), context.classes());
    }

    private record Model(ClassCounts counts, long seed, int length, List<String> classes) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            Rows.Builder answers = Rows.builder(classes.size());
            for (int row = 0; row < beats.size(); row++) {
                float[] answer = new float[classes.size()];
                answer[drawn(beats.samples().row(row))] = 1;
                answers.add(answer);
            }
            return Predictions.of(answers.build());
        }

        private int drawn(float[] samples) {
            return counts.at(new SplittableRandom(31 * seed + Arrays.hashCode(samples)).nextDouble());
        }

        @Override
        public void save(Path folder) throws IOException {
            CanaryFile.write(folder, ID, length, classes, out -> {
                out.writeLong(seed);
                counts.write(out);
            });
        }
    }
}
