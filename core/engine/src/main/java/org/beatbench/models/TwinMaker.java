package org.beatbench.models;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.TrainedModel;

/** Makes the ONNX twin of a model. */
@FunctionalInterface
public interface TwinMaker {

    /**
     * Writes the twin, after comparing its answers with those of the model.
     *
     * @param card of the model, without a twin
     * @param file that is not there yet
     * @return what its card is to say
     * @throws org.beatbench.api.UserError if there can be none, or it does not answer as the model does; then there is no file
     */
    OnnxTwin write(TrainedModel model, ModelCard card, Path file) throws IOException;
}
