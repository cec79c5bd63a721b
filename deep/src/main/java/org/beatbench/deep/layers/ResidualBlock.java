package org.beatbench.deep.layers;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.ResidualKernel;

/** Two convolutions over time with a way past them, as one layer: see {@link ResidualKernel}. */
public final class ResidualBlock extends KernelLayer {

    private static final long serialVersionUID = 1L;

    private int channels;
    private int kernel;
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
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        add(parts, "first-", channelsIn());
        add(parts, "second-", channels);
        if (channelsIn() != channels) {
            parts.addAll(List.of(Part.prefixed("past-", TemporalConvolution.parts(channelsIn(), channels, 1))));
        }
        return parts;
    }

    private void add(List<Part> parts, String prefix, int in) {
        parts.addAll(List.of(Part.prefixed(prefix, TemporalConvolution.parts(in, channels, kernel))));
        if (normalised) {
            parts.addAll(List.of(Part.prefixed(prefix, TemporalBatchNormalization.parts(channels))));
        }
    }
}
