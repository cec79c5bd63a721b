package org.beatbench.deep;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.natives.Artifacts;

/** CNN: Finds patterns on ever longer scales through convolutions. */
public final class CnnProvider implements ClassifierProvider<CnnSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "cnn",
                "CNN",
                "Finds patterns on ever longer scales through convolutions",
                "1",
                true,
                Artifacts.versions());
    }

    @Override
    public CnnSettings defaults() {
        return new CnnSettings(
                "32 64 128", 5, false, TimePooling.FLATTEN, 64, false, 0.2, false, Defaults.training(0.002, 10));
    }

    @Override
    public Classifier create(CnnSettings settings) {
        return new NetworkClassifier(new Cnn(settings));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Ensemble.load(folder, context);
    }
}
