package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.FeatureJoinKernel;
import org.beatbench.deep.kernel.Kernel;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Joins a beat's features to the row that the layers before made of its channels: see {@link FeatureJoinKernel}. A network of
 * DL4J has one input and hands it from layer to layer, so there the layer can be written, read and counted, but only a network
 * of kernels, which has the features, can answer with it.
 */
public final class FeatureJoin extends KernelLayer {

    private static final long serialVersionUID = 1L;

    private static final String MEANS = "mean";
    private static final String FACTORS = "factor";

    @JsonProperty
    private int features;

    @JsonProperty
    private int units;

    private FeatureJoin() {}

    /**
     * Features joined late.
     *
     * @param features features per beat, at least 1
     * @param units values that are made of them, at least 1
     */
    public static FeatureJoin of(int features, int units) {
        if (features < 1 || units < 1) {
            throw new IllegalArgumentException("features and units must be at least 1: " + features + ", " + units);
        }
        FeatureJoin layer = new FeatureJoin();
        layer.features = features;
        layer.units = units;
        return layer;
    }

    /** Features per beat. */
    public int features() {
        return features;
    }

    /**
     * Tells a layer at work how its features are standardised.
     *
     * @param layer an instance of this configuration
     * @param means of each feature
     * @param factors what the distance of each from its mean is multiplied by
     */
    public static void standardise(org.deeplearning4j.nn.api.Layer layer, float[] means, float[] factors) {
        assign(layer.getParam(MEANS), means);
        assign(layer.getParam(FACTORS), factors);
    }

    private static void assign(INDArray view, float[] values) {
        view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new FeatureJoinKernel(extent, channelsIn(), features, units);
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        if (!(input instanceof InputType.InputTypeFeedForward row)) {
            throw new IllegalStateException(
                    "layer " + getLayerName() + " needs a row, what is left of time pooled, not " + input);
        }
        expecting(1);
        setNIn(row.getSize());
        setNOut(channelsOut());
    }

    @Override
    protected int stepsOut(int stepsIn) {
        return 1;
    }

    @Override
    protected boolean keepsTime() {
        return false;
    }

    @Override
    protected int channelsOut() {
        return Math.addExact(channelsIn(), units);
    }

    @Override
    boolean takesSequences() {
        return false;
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        return new FittedLayer.Joined(
                values.of(MEANS),
                values.of(FACTORS),
                FeatureJoinKernel.LIMIT,
                new FittedLayer.Dense(true, values.of("W"), values.of("b")));
    }

    @Override
    List<ParameterGroup> parts() {
        return List.of(
                ParameterGroup.statistic(MEANS, features, 0f),
                ParameterGroup.statistic(FACTORS, features, 1f),
                ParameterGroup.weight("W", features, units, units, features),
                ParameterGroup.bias("b", units, 0f));
    }
}
