package org.example.nearestcentroid;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;

/** Makes the classifier known; named in META-INF/services. */
public final class NearestCentroidProvider implements ClassifierProvider<NearestCentroidSettings> {

    @Override
    public ClassifierInfo info() {
        return ClassifierInfo.of("nearest-centroid", "Nearest centroid", "Answers the class whose mean beat is nearest", "1");
    }

    @Override
    public NearestCentroidSettings defaults() {
        return new NearestCentroidSettings(10);
    }

    @Override
    public Classifier create(NearestCentroidSettings settings) {
        return (training, context) -> Centroids.of(training, settings.sharpness(), context.cancellation());
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Centroids.load(folder, context);
    }
}
