package org.example.minirocket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;

/** MiniRocket (Dempster, Schmidt and Webb 2021, doi:10.1145/3447548.3467231), in plain Java. */
public final class MiniRocketProvider implements ClassifierProvider<MiniRocketSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "minirocket",
                "MiniRocket",
                "Logistic regression on how often fixed convolutions at many dilations exceed thresholds",
                "1",
                true,
                Map.of());
    }

    @Override
    public MiniRocketSettings defaults() {
        return new MiniRocketSettings(3024);
    }

    @Override
    public Classifier create(MiniRocketSettings settings) {
        return (training, context) -> MiniRocket.fit(training, settings, context);
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return MiniRocket.load(folder, context);
    }
}
