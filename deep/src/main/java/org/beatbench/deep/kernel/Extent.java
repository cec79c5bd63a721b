package org.beatbench.deep.kernel;

/**
 * The largest block that a kernel is to serve.
 *
 * @param samples most beats in a block
 * @param steps most time steps
 * @param training whether {@link Kernel#backward} will be called; if not, no memory is kept for it
 */
public record Extent(int samples, int steps, boolean training) {

    /** The extent with another number of steps. */
    public Extent withSteps(int other) {
        return new Extent(samples, other, training);
    }
}
