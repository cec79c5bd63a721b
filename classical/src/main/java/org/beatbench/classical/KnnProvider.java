package org.beatbench.classical;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.classical.preparation.Prepared;
import org.tribuo.common.nearest.KNNModel;

/** Nearest neighbours: the training beats most like a beat vote on its class. */
public final class KnnProvider implements ClassifierProvider<KnnSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "knn",
                "Nearest neighbours",
                "Lets the training beats most like a beat vote on its class",
                "1",
                false,
                Tribuo.library());
    }

    @Override
    public KnnSettings defaults() {
        return new KnnSettings(3, KnnDistance.L2, KnnWeighting.UNIFORM);
    }

    @Override
    public Classifier create(KnnSettings settings) {
        return Prepared.first(new Knn(settings));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Prepared.load(folder, context, KnnProvider::loadRows);
    }

    private static TrainedModel loadRows(Path folder, LoadContext context) throws IOException {
        KnnModel model = ModelFile.read(folder, KNNModel.class, context, KnnFile::read);
        return new Knn.Trained(model, TribuoFeatures.of(context.length()), context.threads());
    }
}
