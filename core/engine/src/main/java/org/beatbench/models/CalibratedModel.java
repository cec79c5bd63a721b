package org.beatbench.models;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.calibration.Temperature;

/**
 * A model with its probabilities at a temperature, which its card remembers: what is saved is the model alone.
 *
 * @param model which; closed with this
 * @param temperature of its probabilities
 */
public record CalibratedModel(TrainedModel model, Temperature temperature) implements TrainedModel {

    @Override
    public Predictions predict(Beats beats) {
        return temperature.apply(model.predict(beats));
    }

    @Override
    public void save(Path folder) throws IOException {
        model.save(folder);
    }

    @Override
    public void close() {
        model.close();
    }
}
