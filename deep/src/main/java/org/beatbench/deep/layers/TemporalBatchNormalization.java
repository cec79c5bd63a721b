package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.api.Rows;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.BatchNormKernel;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Batch normalisation over time, padding left out, with an optional ReLU: see {@link BatchNormKernel}. */
public final class TemporalBatchNormalization extends KernelLayer {

    /** Beats whose statistics a normalisation takes together. */
    static final int BLOCK = 32;

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private boolean relu;

    private TemporalBatchNormalization() {}

    /**
     * A normalisation.
     *
     * @param relu whether a ReLU follows
     */
    public static TemporalBatchNormalization of(boolean relu) {
        TemporalBatchNormalization layer = new TemporalBatchNormalization();
        layer.relu = relu;
        return layer;
    }

    static ParameterGroup[] parts(int channels) {
        return new ParameterGroup[] {
            ParameterGroup.bias("gamma", channels, 1f),
            ParameterGroup.bias("beta", channels, 0f),
            ParameterGroup.statistic("mean", channels, 0f),
            ParameterGroup.statistic("var", channels, 1f)
        };
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new BatchNormKernel(extent, channelsIn(), relu);
    }

    @Override
    public int block() {
        return BLOCK;
    }

    @Override
    protected int stepsOut(int stepsIn) {
        return stepsIn;
    }

    @Override
    protected int channelsOut() {
        return channelsIn();
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        return normalisation(values, "", relu);
    }

    static FittedLayer.Normalisation normalisation(FittedValues values, String prefix, boolean relu) {
        float[] scale = values.of(prefix + "gamma").toArray();
        float[] variance = values.of(prefix + "var").toArray();
        for (int channel = 0; channel < scale.length; channel++) {
            scale[channel] *= BatchNormKernel.inverseRoot(variance[channel]);
        }
        return new FittedLayer.Normalisation(
                relu, values.of(prefix + "mean"), Rows.of(scale, scale.length), values.of(prefix + "beta"));
    }

    @Override
    List<ParameterGroup> parts() {
        return List.of(parts(channelsIn()));
    }
}
