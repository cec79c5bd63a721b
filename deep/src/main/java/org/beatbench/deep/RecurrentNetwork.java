package org.beatbench.deep;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.deep.kernel.PatchKernel;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.layers.Patches;
import org.beatbench.deep.layers.Recurrent;
import org.beatbench.deep.training.TrainingSettings;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A recurrent network: samples in patches, recurrent layers of one kind of cell, and a pooling over time.
 *
 * @param stock whether the recurrent layers are DL4J's own; for an LSTM only
 */
record RecurrentNetwork(RecurrentCell cell, RecurrentSettings settings, boolean stock) implements Architecture {

    RecurrentNetwork(RecurrentCell cell, RecurrentSettings settings) {
        this(cell, settings, false);
    }

    @Override
    public List<Layer> layers(Form form) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Patches.of(settings.patch()));
        for (int depth = 1; depth <= settings.depth(); depth++) {
            boolean atEnd = depth == settings.depth() && settings.pooling() == StatePooling.END;
            layers.add(
                    stock
                            ? StockLayers.lstm(settings.units(), settings.bidirectional())
                            : Recurrent.of(cell, settings.units(), settings.bidirectional(), atEnd));
        }
        layers.addAll(
                settings.pooling().layers(settings.seesLength(), PatchKernel.steps(form.samples(), settings.patch())));
        Features.join(layers, form);
        if (settings.dropout() > 0) {
            layers.add(new DropoutLayer(1 - settings.dropout()));
        }
        return layers;
    }

    @Override
    public TrainingSettings training() {
        return settings.training();
    }
}
