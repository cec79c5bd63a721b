package org.beatbench.deep;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.ResidualBlock;
import org.beatbench.deep.layers.TemporalBatchNormalization;
import org.beatbench.deep.layers.TemporalConvolution;
import org.beatbench.deep.training.TrainingSettings;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A residual network over time after Kachuee et al. 2018: a convolution, residual blocks each followed by a maximum over 5 steps
 * every 2, and a pooling over what time is left.
 */
record ResNet(ResNetSettings settings) implements Architecture {

    @Override
    public List<Layer> layers(Form form) {
        int[] widths = Convolutions.widths("widths", settings.widths());
        boolean normalised = settings.batchNormalisation();
        List<Layer> layers = new ArrayList<>();
        layers.add(TemporalConvolution.of(widths[0], settings.stemKernel(), !normalised));
        if (normalised) {
            layers.add(TemporalBatchNormalization.of(true));
        }
        int steps = form.samples();
        for (int width : widths) {
            layers.add(ResidualBlock.of(width, settings.kernel(), normalised));
            steps = Convolutions.pool(layers, steps, 5, 2);
        }
        layers.add(PooledTime.of(settings.pooling(), settings.seesLength()));
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
