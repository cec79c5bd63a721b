package org.beatbench.deep.kernel;

import java.util.Arrays;

/** Takes several time steps together as one: {@code steps × channels} become {@code ⌈steps / patch⌉ × (patch · channels)}. */
public final class PatchKernel implements Kernel {

    private final int patch;
    private final Activations answer;
    private final Activations inputGradient;
    private Activations input;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param channels values per step of the input
     * @param patch steps taken together
     */
    public PatchKernel(Extent extent, int channels, int patch) {
        this.patch = patch;
        answer = new Activations(extent.samples(), steps(extent.steps(), patch), patch * channels);
        inputGradient = new Activations(extent.training() ? extent.samples() : 0, extent.steps(), channels);
        input = answer;
    }

    /** Steps that are left. */
    public static int steps(int steps, int patch) {
        return (steps + patch - 1) / patch;
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        input = block;
        answer.resize(block.samples(), steps(block.steps(), patch));
        int n = block.steps() * block.channels();
        for (int sample = 0; sample < block.samples(); sample++) {
            answer.setLength(sample, steps(block.length(sample), patch));
            float[] to = answer.of(sample);
            System.arraycopy(block.of(sample), 0, to, 0, n);
            Arrays.fill(to, n, answer.steps() * answer.channels(), 0f);
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        inputGradient.shapeLike(input);
        for (int sample = 0; sample < input.samples(); sample++) {
            System.arraycopy(gradient.of(sample), 0, inputGradient.of(sample), 0, input.steps() * input.channels());
            inputGradient.clearPadding(sample);
        }
        return inputGradient;
    }
}
