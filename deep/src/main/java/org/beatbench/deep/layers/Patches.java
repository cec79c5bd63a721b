package org.beatbench.deep.layers;

import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.PatchKernel;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Takes several time steps together as one: see {@link PatchKernel}. */
public final class Patches extends KernelLayer {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private int patch;

    private Patches() {}

    /**
     * Patches of so many time steps.
     *
     * @param patch steps taken together, at least 1
     */
    public static Patches of(int patch) {
        Patches layer = new Patches();
        layer.patch = patch;
        return layer;
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new PatchKernel(extent, channelsIn(), patch);
    }

    @Override
    protected int stepsOut(int stepsIn) {
        return PatchKernel.steps(stepsIn, patch);
    }

    @Override
    protected int channelsOut() {
        return Math.multiplyExact(patch, channelsIn());
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        return new FittedLayer.Patches(patch);
    }

    @Override
    List<ParameterGroup> parts() {
        return List.of();
    }
}
