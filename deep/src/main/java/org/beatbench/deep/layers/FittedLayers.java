package org.beatbench.deep.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.Rows;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.fitted.FittedNetwork;
import org.beatbench.deep.kernel.RecurrentCell;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Describes a network of DL4J by what its layers compute; DL4J's own layers, where they stand in, in the same words. */
public final class FittedLayers {

    /** Which block of the columns of DL4J's LSTM holds our gates i, f, g and o. */
    private static final int[] STOCK_GATES = {3, 1, 0, 2};

    private FittedLayers() {}

    /**
     * What a network computes.
     *
     * @throws IllegalArgumentException if a layer is none that the networks of this module have
     */
    public static FittedNetwork of(MultiLayerNetwork network) {
        List<FittedLayer> layers = new ArrayList<>();
        int features = 0;
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof FeatureJoin join) {
                features += join.features();
            }
            of(layer).ifPresent(layers::add);
        }
        KernelLayer first = (KernelLayer) network.getLayer(0).conf().getLayer();
        return new FittedNetwork(first.stepsIn(), first.channelsIn(), features, layers);
    }

    /** A layer; none if it does nothing when it answers. */
    private static Optional<FittedLayer> of(Layer layer) {
        org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
        if (conf instanceof DropoutLayer) {
            return Optional.empty();
        }
        FittedValues values = new FittedValues(layer.paramTable());
        if (conf instanceof KernelLayer own) {
            return Optional.of(own.fitted(values));
        }
        if (conf instanceof BaseOutputLayer || conf instanceof DenseLayer) {
            return Optional.of(
                    new FittedLayer.Dense(conf instanceof DenseLayer, values.turned("W"), values.joined("b")));
        }
        if (conf instanceof Subsampling1DLayer pooling) {
            return Optional.of(new FittedLayer.MaxPooling(pooling.getKernelSize()[0], pooling.getStride()[0]));
        }
        if (conf instanceof Convolution1DLayer convolution) {
            return Optional.of(convolution(values, convolution.getKernelSize()[0]));
        }
        if (conf instanceof LSTM lstm) {
            return Optional.of(lstm(lstm, List.of(direction(values, "", lstm))));
        }
        if (conf instanceof Bidirectional both && both.getFwd() instanceof LSTM lstm) {
            return Optional.of(lstm(lstm, List.of(direction(values, "f", lstm), direction(values, "b", lstm))));
        }
        throw new IllegalArgumentException("a layer that no network here has: " + conf.getClass());
    }

    /** Its weights say of themselves that they are {@code [out][in][step]}; they are computed with as {@code [step][in][out]}. */
    private static FittedLayer convolution(FittedValues values, int kernel) {
        Rows weights = values.of("W");
        return new FittedLayer.Convolution(
                kernel, true, Rows.of(weights.toArray(), weights.size()), values.joined("b"));
    }

    private static FittedLayer lstm(LSTM layer, List<FittedLayer.Direction> directions) {
        return new FittedLayer.Recurrent(RecurrentCell.LSTM, units(layer), false, directions);
    }

    private static FittedLayer.Direction direction(FittedValues values, String prefix, LSTM layer) {
        int units = units(layer);
        Rows bias = values.joined(prefix + "b");
        return new FittedLayer.Direction(
                gates(values.turned(prefix + "W"), units),
                gates(values.turned(prefix + "RW"), units),
                Rows.of(gates(Rows.of(bias.toArray(), 1), units).toArray(), bias.width()));
    }

    private static Rows gates(Rows stock, int units) {
        Rows.Builder ours = Rows.builder(stock.width(), stock.size());
        for (int gate : STOCK_GATES) {
            for (int unit = 0; unit < units; unit++) {
                ours.add(stock.row(gate * units + unit));
            }
        }
        return ours.build();
    }

    private static int units(LSTM layer) {
        return Math.toIntExact(layer.getNOut());
    }
}
