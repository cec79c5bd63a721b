package org.beatbench.deep.kernel;

/**
 * A block of beats on its way through a network: for each beat a table of {@code steps × channels} values, time-major, of which
 * the first {@code length} steps are signal. Steps behind the length are padding and hold zeros.
 *
 * <p>One object serves all blocks that a layer sees; its extent changes from block to block, up to the capacity.
 */
public final class Activations {

    private final float[][] values;
    private final int[] lengths;
    private final int capacitySteps;
    private final int channels;
    private int samples;
    private int steps;

    /**
     * Room for blocks.
     *
     * @param samples most beats in a block
     * @param steps most time steps
     * @param channels values per step
     */
    public Activations(int samples, int steps, int channels) {
        this.values = new float[samples][steps * channels];
        this.lengths = new int[samples];
        this.capacitySteps = steps;
        this.channels = channels;
    }

    /** Sets how many beats of how many steps follow. */
    public void resize(int newSamples, int newSteps) {
        if (newSamples > values.length || newSteps > capacitySteps) {
            throw new IllegalArgumentException("a block of " + newSamples + " × " + newSteps + " does not fit "
                    + values.length + " × " + capacitySteps);
        }
        samples = newSamples;
        steps = newSteps;
    }

    /** Takes over the extent and the lengths of a block of as many steps. */
    public void shapeLike(Activations other) {
        resize(other.samples, other.steps);
        System.arraycopy(other.lengths, 0, lengths, 0, samples);
    }

    /** Copies a block, and has as many steps as there is room for; those that the block does not have are zero. */
    public void widen(Activations block) {
        resize(block.samples, capacitySteps);
        System.arraycopy(block.lengths, 0, lengths, 0, samples);
        int n = block.steps * channels;
        for (int sample = 0; sample < samples; sample++) {
            System.arraycopy(block.values[sample], 0, values[sample], 0, n);
            java.util.Arrays.fill(values[sample], n, capacitySteps * channels, 0f);
        }
    }

    /** Beats in the block. */
    public int samples() {
        return samples;
    }

    /** Time steps of the block: those of its longest beat. */
    public int steps() {
        return steps;
    }

    /** Most time steps of any block. */
    public int capacitySteps() {
        return capacitySteps;
    }

    /** Most beats of any block. */
    public int capacitySamples() {
        return values.length;
    }

    public int channels() {
        return channels;
    }

    /** The values of one beat, {@code [step × channels + channel]}; may be longer than the block's steps need. */
    public float[] of(int sample) {
        return values[sample];
    }

    /** Steps of a beat that are signal, 1 to {@link #steps()}. */
    public int length(int sample) {
        return lengths[sample];
    }

    public void setLength(int sample, int length) {
        lengths[sample] = length;
    }

    /** Zeroes what stands behind a beat's length. */
    void clearPadding(int sample) {
        java.util.Arrays.fill(values[sample], lengths[sample] * channels, steps * channels, 0f);
    }
}
