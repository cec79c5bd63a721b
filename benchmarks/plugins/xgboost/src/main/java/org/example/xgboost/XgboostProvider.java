package org.example.xgboost;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;

/** Boosted trees of XGBoost (Chen and Guestrin 2016, doi:10.1145/2939672.2939785), which brings a native library. */
public final class XgboostProvider implements ClassifierProvider<XgboostSettings> {

    @Override
    public ClassifierInfo info() {
        // A round cannot be stopped, and takes longer than a second where beats and classes are many.
        return ClassifierInfo.of(
                        "xgboost",
                        "XGBoost",
                        "The sum of many small trees, each grown to mend what those before it got wrong",
                        "1")
                .withLibrary("xgboost4j", "3.4.0")
                .notCancellable();
    }

    @Override
    public XgboostSettings defaults() {
        return new XgboostSettings(100, 6, 0.3);
    }

    @Override
    public Classifier create(XgboostSettings settings) {
        return (training, context) -> BoostedTrees.fit(training, settings, context);
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return BoostedTrees.load(folder, context);
    }
}
