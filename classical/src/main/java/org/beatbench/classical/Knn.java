package org.beatbench.classical;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;

/** The k nearest neighbours (Cover and Hart 1967). */
final class Knn implements Classifier {

    private final KnnSettings settings;

    Knn(KnnSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        Samples samples = Samples.of(training.length());
        BeatDataset dataset = new BeatDataset(training, samples, context.cancellation());
        KnnModel model = new KnnTrainer(settings, context.cancellation()).train(dataset, Map.of());
        return new Trained(model, samples, context.threads());
    }

    /** A model and the threads it may use. */
    record Trained(KnnModel model, Samples samples, int threads) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            double[][] answers = model.shares(samples.values(beats), threads);
            Shares shares = new Shares(answers.length, model.getOutputIDInfo().size());
            for (int beat = 0; beat < answers.length; beat++) {
                shares.set(beat, answers[beat], KnnModel.winner(answers[beat]));
            }
            return shares.predictions();
        }

        @Override
        public void save(Path folder) throws IOException {
            ModelFile.write(model, folder);
        }
    }
}
