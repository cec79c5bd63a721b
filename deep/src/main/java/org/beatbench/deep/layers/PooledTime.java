package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.kernel.TimePoolingKernel;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** From a sequence to one row per beat, padding left out: see {@link TimePoolingKernel}. */
public final class PooledTime extends KernelLayer {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private TimePooling pooling = TimePooling.MEAN_MAX;

    @JsonProperty
    private boolean seesLength;

    private PooledTime() {}

    /**
     * A pooling over time.
     *
     * @param pooling how
     * @param seesLength whether the beat's length, as a share of the longest possible, becomes the last value of the row
     */
    public static PooledTime of(TimePooling pooling, boolean seesLength) {
        PooledTime layer = new PooledTime();
        layer.pooling = pooling;
        layer.seesLength = seesLength;
        return layer;
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new TimePoolingKernel(extent, channelsIn(), pooling, seesLength);
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
        return pooling.width(stepsIn(), channelsIn()) + (seesLength ? 1 : 0);
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        return new FittedLayer.Pooled(pooling, seesLength);
    }

    @Override
    List<ParameterGroup> parts() {
        return List.of();
    }
}
