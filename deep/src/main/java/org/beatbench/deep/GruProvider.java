package org.beatbench.deep;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.natives.Artifacts;

/** GRU: Reads a beat from both ends, patch by patch, and remembers what matters, with fewer gates. */
public final class GruProvider implements ClassifierProvider<RecurrentSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "gru",
                "GRU",
                "Reads a beat from both ends, patch by patch, and remembers what matters, with fewer gates",
                "1",
                true,
                Artifacts.versions());
    }

    @Override
    public RecurrentSettings defaults() {
        return new RecurrentSettings(8, 64, 2, true, StatePooling.MEAN_MAX, false, 0.2, Defaults.training(0.005, 10));
    }

    @Override
    public Classifier create(RecurrentSettings settings) {
        return new NetworkClassifier(new RecurrentNetwork(RecurrentCell.GRU, settings));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Ensemble.load(folder, context);
    }
}
