package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.ConvolutionKernel;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Convolution over time, "same" padding, stride 1, with an optional ReLU: see {@link ConvolutionKernel}. */
public final class TemporalConvolution extends KernelLayer {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private int channels;

    @JsonProperty
    private int kernel;

    @JsonProperty
    private boolean relu;

    private TemporalConvolution() {}

    /**
     * A convolution.
     *
     * @param channels channels that come out
     * @param kernel time steps that an output sees, odd
     * @param relu whether a ReLU follows
     */
    public static TemporalConvolution of(int channels, int kernel, boolean relu) {
        TemporalConvolution layer = new TemporalConvolution();
        layer.channels = channels;
        layer.kernel = odd(kernel);
        layer.relu = relu;
        return layer;
    }

    static int odd(int kernel) {
        if (kernel < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd: " + kernel);
        }
        return kernel;
    }

    static ParameterGroup[] parts(int in, int out, int kernel) {
        return new ParameterGroup[] {
            ParameterGroup.weight(
                    "W", (double) in * kernel, (double) out * kernel, Math.multiplyExact(kernel, in), out),
            ParameterGroup.bias("b", out, 0f)
        };
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new ConvolutionKernel(extent, channelsIn(), channels, kernel, relu, first);
    }

    @Override
    protected int stepsOut(int stepsIn) {
        return stepsIn;
    }

    @Override
    protected int channelsOut() {
        return channels;
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        return convolution(values, "", kernel, relu);
    }

    static FittedLayer.Convolution convolution(FittedValues values, String prefix, int kernel, boolean relu) {
        return new FittedLayer.Convolution(kernel, relu, values.of(prefix + "W"), values.of(prefix + "b"));
    }

    @Override
    List<ParameterGroup> parts() {
        return List.of(parts(channelsIn(), channels, kernel));
    }
}
