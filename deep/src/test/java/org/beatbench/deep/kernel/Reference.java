package org.beatbench.deep.kernel;

/**
 * What a layer computes, written down from its definition: in double precision, with plain loops, a beat at a time and without
 * padding, so that whatever stands in it cannot matter. A second source for the kernels.
 */
interface Reference {

    /**
     * The answer to beats.
     *
     * @param input {@code [beat][step][channel]}, as many steps as the beat is long
     * @param kinks hears how far the arguments of functions that are not smooth are from where they bend
     */
    double[][][] answer(double[][][] input, double[] parameters, Kinks kinks);

    /** Whether the loss has a gradient by this parameter. */
    default boolean learns(int parameter) {
        return true;
    }
}
