package org.beatbench.classical;

import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.TrainedModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;

/** Multinomial logistic regression, fitted by stochastic gradients. */
final class LogisticRegression implements Classifier {

    private static final int NO_LOGGING = -1;

    private final LogisticRegressionSettings settings;

    LogisticRegression(LogisticRegressionSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        TribuoFeatures samples = TribuoFeatures.of(training.length());
        BeatDataset dataset = new BeatDataset(training, samples, context.cancellation());
        WatchedLogLoss loss = new WatchedLogLoss(
                settings.classWeights().of(dataset.labels(), training.classes().size()),
                dataset.size(),
                settings.epochs(),
                context.progress(),
                context.cancellation());
        // a new trainer for every fit: its random numbers depend on how often it was used
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                loss,
                settings.optimiser().at(settings.learningRate()),
                settings.epochs(),
                NO_LOGGING,
                settings.batchSize(),
                context.seed());
        return new TribuoModel(TribuoLogFilter.quietly(() -> trainer.train(dataset, Map.of())), samples);
    }
}
