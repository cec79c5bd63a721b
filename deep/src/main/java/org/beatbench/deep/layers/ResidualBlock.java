package org.beatbench.deep.layers;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.ResidualKernel;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Two convolutions over time with a way past them, as one layer: see {@link ResidualKernel}. */
public final class ResidualBlock extends KernelLayer {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private int channels;

    @JsonProperty
    private int kernel;

    @JsonProperty
    private boolean normalised;

    private ResidualBlock() {}

    /**
     * A block.
     *
     * @param channels channels that come out
     * @param kernel time steps that a convolution sees, odd
     * @param normalised whether convolutions are followed by batch normalisation
     */
    public static ResidualBlock of(int channels, int kernel, boolean normalised) {
        ResidualBlock layer = new ResidualBlock();
        layer.channels = channels;
        layer.kernel = TemporalConvolution.odd(kernel);
        layer.normalised = normalised;
        return layer;
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new ResidualKernel(extent, channelsIn(), channels, kernel, normalised);
    }

    @Override
    public int block() {
        return normalised ? TemporalBatchNormalization.BLOCK : super.block();
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
        List<FittedLayer> through = new ArrayList<>();
        through.add(TemporalConvolution.convolution(values, "first-", kernel, !normalised));
        if (normalised) {
            through.add(TemporalBatchNormalization.normalisation(values, "first-", true));
        }
        through.add(TemporalConvolution.convolution(values, "second-", kernel, false));
        if (normalised) {
            through.add(TemporalBatchNormalization.normalisation(values, "second-", false));
        }
        return new FittedLayer.Residual(
                through,
                channelsIn() == channels
                        ? List.of()
                        : List.of(TemporalConvolution.convolution(values, "past-", 1, false)));
    }

    /**
     * Without normalisation the second convolution starts at zero, so that a block begins by passing on what it gets: the sums of
     * many blocks would grow out of hand otherwise (Zhang et al. 2019, "Fixup").
     */
    @Override
    List<ParameterGroup> parts() {
        ParameterGroup[] first = TemporalConvolution.parts(channelsIn(), channels, kernel);
        ParameterGroup[] second = TemporalConvolution.parts(channels, channels, kernel);
        List<ParameterGroup> parts = new ArrayList<>(List.of(ParameterGroup.prefixed("first-", first)));
        if (normalised) {
            parts.addAll(List.of(ParameterGroup.prefixed("first-", TemporalBatchNormalization.parts(channels))));
            parts.addAll(List.of(ParameterGroup.prefixed("second-", second)));
            parts.addAll(List.of(ParameterGroup.prefixed("second-", TemporalBatchNormalization.parts(channels))));
        } else {
            parts.addAll(List.of(ParameterGroup.prefixed("second-", second[0].zeroed(), second[1])));
        }
        if (channelsIn() != channels) {
            parts.addAll(
                    List.of(ParameterGroup.prefixed("past-", TemporalConvolution.parts(channelsIn(), channels, 1))));
        }
        return parts;
    }
}
