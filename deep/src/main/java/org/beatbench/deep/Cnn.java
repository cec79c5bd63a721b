package org.beatbench.deep;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.TemporalBatchNormalization;
import org.beatbench.deep.layers.TemporalConvolution;
import org.beatbench.deep.training.TrainingSettings;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** A plain convolutional network over time: convolutions, each but the last followed by a maximum over every two steps. */
record Cnn(CnnSettings settings) implements Architecture {

    @Override
    public List<Layer> layers(Form form) {
        int[] widths = Convolutions.widths("widths", settings.widths());
        List<Layer> layers = new ArrayList<>();
        if (settings.stockLayers()) {
            StockLayers.convolutions(layers, widths, settings.kernel(), form.samples());
        } else {
            convolutions(layers, widths, form.samples());
        }
        layers.add(PooledTime.of(settings.pooling(), settings.seesLength()));
        Features.join(layers, form);
        if (settings.hidden() > 0) {
            layers.add(StockLayers.dense(settings.hidden()));
        }
        if (settings.dropout() > 0) {
            layers.add(new DropoutLayer(1 - settings.dropout()));
        }
        return layers;
    }

    private void convolutions(List<Layer> layers, int[] widths, int length) {
        int steps = length;
        for (int i = 0; i < widths.length; i++) {
            layers.add(TemporalConvolution.of(widths[i], settings.kernel(), !settings.batchNormalisation()));
            if (settings.batchNormalisation()) {
                layers.add(TemporalBatchNormalization.of(true));
            }
            if (i < widths.length - 1) {
                steps = Convolutions.pool(layers, steps, 2, 2);
            }
        }
    }

    @Override
    public TrainingSettings training() {
        return settings.training();
    }
}
