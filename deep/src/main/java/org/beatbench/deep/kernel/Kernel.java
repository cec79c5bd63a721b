package org.beatbench.deep.kernel;

/**
 * What one layer computes, for one thread. A kernel owns its scratch memory, its copy of the parameters and the sums of their
 * gradients. It remembers its last block, so {@link #backward} belongs to the {@link #forward} before it.
 */
public interface Kernel extends AutoCloseable {

    /**
     * Answers a block.
     *
     * @param input stays untouched until {@link #backward} was called
     * @return the kernel's own buffer, valid until its next call
     */
    Activations forward(Activations input, Pass pass);

    /**
     * Adds the gradients of the parameters to the kernel's sums.
     *
     * @param gradient of the loss with respect to the output of the last forward pass; zero in the padding; may be overwritten
     * @return the gradient with respect to the input, in the kernel's own buffer
     */
    Activations backward(Activations gradient);

    /** Takes over the layer's parameters, which begin at an offset of the network's. */
    default void load(float[] parameters, int offset) {}

    /** Adds the sums of the gradients to the network's, where the layer's begin, and starts sums anew. */
    default void unload(float[] gradients, int offset) {}

    @Override
    default void close() {}
}
