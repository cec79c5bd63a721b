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

/** 1-D ResNet: Finds patterns on ever longer scales through convolutions with ways past them. */
public final class ResNetProvider implements ClassifierProvider<ResNetSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "resnet",
                "1-D ResNet",
                "Finds patterns on ever longer scales through convolutions with ways past them",
                "1",
                true,
                Artifacts.versions());
    }

    @Override
    public ResNetSettings defaults() {
        return new ResNetSettings(
                "32 32 64 64 128", 7, 5, false, TimePooling.MEAN_MAX, false, 0.2, Defaults.training(0.002, 15));
    }

    @Override
    public Classifier create(ResNetSettings settings) {
        return new NetworkClassifier(new ResNet(settings));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Ensemble.load(folder, context);
    }
}
