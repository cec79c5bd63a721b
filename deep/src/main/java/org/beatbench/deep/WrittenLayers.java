package org.beatbench.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.layers.FeatureJoin;
import org.beatbench.deep.layers.Patches;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.Recurrent;
import org.beatbench.deep.layers.ResidualBlock;
import org.beatbench.deep.layers.TemporalBatchNormalization;
import org.beatbench.deep.layers.TemporalConvolution;
import org.beatbench.deep.layers.TemporalMaxPooling;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import tools.jackson.databind.JsonNode;

/**
 * Makes the layers that a saved network describes. No class is looked up by a name that a file holds: the layers there can be
 * are those listed here, made by the same methods as those of a new network.
 */
final class WrittenLayers {

    /** More than any setting of a network here allows. */
    private static final int MOST = 4096;

    private static final Map<String, Function<JsonNode, Layer>> MAKERS = Map.ofEntries(
            made(
                    TemporalConvolution.class,
                    form -> TemporalConvolution.of(
                            count(form, "channels"), count(form, "kernel"), truth(form, "relu"))),
            made(TemporalMaxPooling.class, form -> TemporalMaxPooling.of(count(form, "window"), count(form, "stride"))),
            made(TemporalBatchNormalization.class, form -> TemporalBatchNormalization.of(truth(form, "relu"))),
            made(
                    ResidualBlock.class,
                    form -> ResidualBlock.of(
                            count(form, "channels"), count(form, "kernel"), truth(form, "normalised"))),
            made(
                    Recurrent.class,
                    form -> Recurrent.of(
                            RecurrentCell.valueOf(text(form, "cell")),
                            count(form, "units"),
                            truth(form, "bidirectional"),
                            truth(form, "atEnd"))),
            made(Patches.class, form -> Patches.of(count(form, "patch"))),
            made(PooledTime.class, form -> PooledTime.of(
                            TimePooling.valueOf(text(form, "pooling")), truth(form, "seesLength"))
                    .expecting(form.required("steps").intValue())),
            made(
                    FeatureJoin.class,
                    form -> FeatureJoin.of(form.required("features").intValue(), count(form, "units"))),
            made(
                    Convolution1DLayer.class,
                    form -> StockLayers.convolution(
                            count(form, "nout"),
                            form.required("kernelSize").required(0).intValue())),
            made(Subsampling1DLayer.class, form -> StockLayers.pooling()),
            made(LSTM.class, form -> StockLayers.lstm(count(form, "nout"), false)),
            made(Bidirectional.class, form -> StockLayers.lstm(count(form.required("fwd"), "nout"), true)),
            made(DenseLayer.class, form -> StockLayers.dense(count(form, "nout"))),
            made(
                    DropoutLayer.class,
                    form -> new DropoutLayer(
                            form.required("idropout").required("p").doubleValue())));

    private WrittenLayers() {}

    private static Map.Entry<String, Function<JsonNode, Layer>> made(
            Class<? extends Layer> type, Function<JsonNode, Layer> maker) {
        return Map.entry(type.getName(), maker);
    }

    /**
     * The layers of a network but the last, its output.
     *
     * @param configuration DL4J's form of a network, as JSON
     * @throws RuntimeException if it is not such a form, or has another kind of layer
     */
    static List<Layer> hidden(JsonNode configuration) {
        JsonNode forms = configuration.required("confs");
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < forms.size() - 1; i++) {
            JsonNode form = forms.required(i).required("layer");
            String type = text(form, "@class");
            Function<JsonNode, Layer> maker = MAKERS.get(type);
            if (maker == null) {
                throw new IllegalArgumentException("layer " + i + " is of a class that no network here has: " + type);
            }
            layers.add(maker.apply(form));
        }
        return layers;
    }

    private static int count(JsonNode form, String name) {
        int value = form.required(name).intValue();
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(name + " must be 1 to " + MOST + ": " + value);
        }
        return value;
    }

    private static boolean truth(JsonNode form, String name) {
        return form.required(name).booleanValue();
    }

    private static String text(JsonNode form, String name) {
        return form.required(name).stringValue();
    }
}
