package org.beatbench.app.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.beatbench.api.TrainedModel;
import org.beatbench.models.ModelFolder;
import org.beatbench.onnx.OnnxExport;
import org.beatbench.onnx.OnnxModel;
import org.beatbench.onnx.OnnxTwins;
import org.beatbench.plugins.KnownClassifier;

/** What computes a model's answers. */
enum AnsweringRuntime {
    /** The code that trained it. */
    OWN {
        @Override
        TrainedModel load(ModelFolder folder, KnownClassifier<?> classifier, int threads) throws IOException {
            return folder.load(classifier, threads);
        }
    },
    /** ONNX Runtime: with the twin that stands beside the model or, where there is none, with a graph made now. */
    ONNX {
        @Override
        TrainedModel load(ModelFolder folder, KnownClassifier<?> classifier, int threads) throws IOException {
            Optional<Path> twin = folder.twin();
            if (twin.isPresent()) {
                return OnnxModel.open(twin.get(), folder.card().beats(), threads);
            }
            try (TrainedModel model = folder.load(classifier, threads)) {
                return new OnnxTwins(OnnxExport.USUAL_OPSET).open(model, folder.card(), threads);
            }
        }
    };

    /**
     * The model.
     *
     * @throws org.beatbench.api.UserError if it cannot be loaded
     */
    abstract TrainedModel load(ModelFolder folder, KnownClassifier<?> classifier, int threads) throws IOException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
