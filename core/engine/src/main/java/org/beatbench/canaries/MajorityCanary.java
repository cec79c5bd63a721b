package org.beatbench.canaries;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/** Answers the most frequent class for every beat: what an accuracy is worth without any knowledge of the beat. */
public final class MajorityCanary extends Canary {

    static final String ID = "canary-majority";

    public MajorityCanary() {
        super(
                ID,
                "Majority class",
                "Canary: answers the most frequent class of the training beats, with their shares as probabilities.");
    }

    @Override
    TrainedModel fit(Beats training, FitContext context) {
        return new Model(ClassCounts.of(training), training.length(), training.classes());
    }

    @Override
    TrainedModel read(DataInputStream in, LoadContext context) throws IOException {
        return new Model(ClassCounts.read(in, context.classes().size()), context.length(), context.classes());
    }

    private record Model(ClassCounts counts, int length, List<String> classes) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            Rows.Builder answers = Rows.builder(classes.size());
            for (int row = 0; row < beats.size(); row++) {
                answers.add(counts.shares());
            }
            return Predictions.of(answers.build());
        }

        @Override
        public void save(Path folder) throws IOException {
            CanaryFile.write(folder, ID, length, classes, counts::write);
        }
    }
}
