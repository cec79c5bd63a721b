package org.beatbench.classical;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.classical.preparation.Prepared;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** Logistic regression: each class is a weighted sum of the samples, and the sums become probabilities by softmax. */
public final class LogisticRegressionProvider implements ClassifierProvider<LogisticRegressionSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "logistic-regression",
                "Logistic regression",
                "Weighs the samples linearly, one set of weights for each class",
                "2",
                false,
                Tribuo.library());
    }

    @Override
    public LogisticRegressionSettings defaults() {
        return new LogisticRegressionSettings(RegressionOptimiser.ADAGRAD, 4, 12, 16, ClassWeights.NONE);
    }

    @Override
    public Classifier create(LogisticRegressionSettings settings) {
        return Prepared.first(new LogisticRegression(settings));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Prepared.load(folder, context, LogisticRegressionProvider::loadRows);
    }

    private static TrainedModel loadRows(Path folder, LoadContext context) throws IOException {
        Model<Label> model = ModelFile.read(folder, LinearSGDModel.class, context, proto -> Model.deserialize(proto)
                .castModel(Label.class));
        return new TribuoModel(model, TribuoFeatures.of(context.length()));
    }
}
