package org.beatbench.classical;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/** The k nearest neighbours (Cover and Hart 1967). */
final class Knn implements Classifier {

    private final KnnSettings settings;

    Knn(KnnSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        TribuoFeatures samples = TribuoFeatures.of(training.length());
        BeatDataset dataset = new BeatDataset(training, samples, context.cancellation());
        KnnModel model = new KnnTrainer(settings, context.cancellation()).train(dataset, Map.of());
        return new Trained(model, samples, context.threads());
    }

    /** A model and the threads it may use. */
    record Trained(KnnModel model, TribuoFeatures samples, int threads) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            List<double[]> answers = model.shares(Rows.of(samples.values(beats), samples.length()), threads);
            ClassProbabilities shares = new ClassProbabilities(
                    answers.size(), model.getOutputIDInfo().size());
            for (int beat = 0; beat < answers.size(); beat++) {
                shares.set(beat, answers.get(beat), KnnModel.winner(answers.get(beat)));
            }
            return shares.predictions();
        }

        @Override
        public void save(Path folder) throws IOException {
            ModelFile.write(model, folder);
        }
    }
}
