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

/** LSTM: Reads a beat from both ends, patch by patch, and remembers what matters. */
public final class LstmProvider implements ClassifierProvider<LstmSettings> {

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "lstm",
                "LSTM",
                "Reads a beat from both ends, patch by patch, and remembers what matters",
                "1",
                true,
                Artifacts.versions());
    }

    @Override
    public LstmSettings defaults() {
        return new LstmSettings(
                new RecurrentSettings(8, 64, 2, true, StatePooling.MEAN_MAX, false, 0.2, Defaults.training(0.005, 15)),
                false);
    }

    @Override
    public Classifier create(LstmSettings settings) {
        return new NetworkClassifier(
                new RecurrentNetwork(RecurrentCell.LSTM, settings.network(), settings.stockLayers()));
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return Ensemble.load(folder, context);
    }
}
