package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.MaxPoolingKernel;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Maximum over windows of time steps, without padding: see {@link MaxPoolingKernel}. */
public final class TemporalMaxPooling extends KernelLayer {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private int window;

    @JsonProperty
    private int stride;

    private TemporalMaxPooling() {}

    /**
     * A pooling.
     *
     * @param window time steps that a maximum is taken over
     * @param stride time steps from one window to the next, 1 to the window
     */
    public static TemporalMaxPooling of(int window, int stride) {
        if (stride < 1 || stride > window) {
            throw new IllegalArgumentException("stride must be 1 to the window of " + window + ": " + stride);
        }
        TemporalMaxPooling layer = new TemporalMaxPooling();
        layer.window = window;
        layer.stride = stride;
        return layer;
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new MaxPoolingKernel(extent, channelsIn(), window, stride);
    }

    @Override
    protected int stepsOut(int stepsIn) {
        return MaxPoolingKernel.steps(stepsIn, window, stride);
    }

    @Override
    protected int lengthOut(int length) {
        return Math.min(stepsOut(stepsIn()), (length + stride - 1) / stride);
    }

    @Override
    protected int channelsOut() {
        return channelsIn();
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        return new FittedLayer.MaxPooling(window, stride);
    }

    @Override
    List<ParameterGroup> parts() {
        return List.of();
    }
}
