package org.beatbench.onnx;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.TrainedModel;
import org.beatbench.experiment.Hash;
import org.beatbench.models.ModelCard;
import org.beatbench.models.OnnxTwin;
import org.beatbench.models.TwinMaker;

/** Makes graphs of models that are known to answer as the models do. */
public final class OnnxTwins implements TwinMaker {

    private final int opset;

    /** @param opset version of the operators, see {@link OnnxExport} */
    public OnnxTwins(int opset) {
        this.opset = opset;
    }

    @Override
    public OnnxTwin write(TrainedModel model, ModelCard card, Path file) throws IOException {
        OnnxGraph graph = OnnxExport.of(model, card, opset);
        Agreement agreement;
        try (OnnxModel other = OnnxModel.of(graph, card.beats(), card.training().threads())) {
            agreement = agreed(model, other, card);
        }
        graph.write(file);
        return new OnnxTwin(
                Hash.of(file), opset, OnnxLibrary.description(), agreement.beats(), agreement.greatestDifference());
    }

    /**
     * A model as ONNX Runtime answers for it, known to answer as it does.
     *
     * @param threads that it may use
     * @throws UserError as {@link #write}
     */
    public OnnxModel open(TrainedModel model, ModelCard card, int threads) {
        OnnxModel other = OnnxModel.of(OnnxExport.of(model, card, opset), card.beats(), threads);
        try {
            agreed(model, other, card);
            return other;
        } catch (RuntimeException e) {
            other.close();
            throw e;
        }
    }

    private static Agreement agreed(TrainedModel model, OnnxModel other, ModelCard card) {
        Agreement agreement = Agreement.onMadeUp(model, other, card.beats());
        Agreement.requireHolds(agreement);
        return agreement;
    }
}
