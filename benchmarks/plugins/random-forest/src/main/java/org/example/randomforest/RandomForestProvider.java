package org.example.randomforest;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;

/** Random forest (Breiman 2001, doi:10.1023/A:1010933404324) of Tribuo, which the plug-in brings along. */
public final class RandomForestProvider implements ClassifierProvider<RandomForestSettings> {

    @Override
    public ClassifierInfo info() {
        return ClassifierInfo.of(
                        "random-forest",
                        "Random forest",
                        "The mean of class shares in the leaves of trees, each grown on a resample of the beats with a"
                                + " few columns tried at each split",
                        "1")
                .withLibrary("tribuo", "4.3.2");
    }

    @Override
    public RandomForestSettings defaults() {
        return new RandomForestSettings(100, 0, 2, 255);
    }

    @Override
    public Classifier create(RandomForestSettings settings) {
        return (training, context) -> Forest.fit(training, settings, context);
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Forest.load(folder, context);
    }
}
