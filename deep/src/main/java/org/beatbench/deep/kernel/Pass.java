package org.beatbench.deep.kernel;

/**
 * How a block goes through a network.
 *
 * @param training whether layers behave as in training: batch statistics, dropout, and memory of what backward needs
 * @param seed the only source of randomness
 */
public record Pass(boolean training, long seed) {

    /** A pass that only answers. */
    public static final Pass ANSWER = new Pass(false, 0);
}
