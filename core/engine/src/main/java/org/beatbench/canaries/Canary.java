package org.beatbench.canaries;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;

/** What all canaries have in common: no settings, no use for validation beats, one file for a model. */
abstract class Canary implements ClassifierProvider<CanarySettings> {

    private final ClassifierInfo info;

    Canary(String id, String name, String summary) {
        this.info = new ClassifierInfo(id, name, summary, "1", false, Map.of());
    }

    @Override
    public final ClassifierInfo info() {
        return info;
    }

    @Override
    public final CanarySettings defaults() {
        return new CanarySettings();
    }

    @Override
    public final Classifier create(CanarySettings settings) {
        return (training, context) -> {
            context.cancellation().check();
            return fit(training, context);
        };
    }

    @Override
    public final TrainedModel load(Path folder, LoadContext context) throws IOException {
        return CanaryFile.read(folder, info.id(), context, in -> read(in, context));
    }

    abstract TrainedModel fit(Beats training, FitContext context);

    /** Reads what the model wrote after the head of its file. */
    abstract TrainedModel read(DataInputStream in, LoadContext context) throws IOException;
}
