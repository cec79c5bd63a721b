/**
 * The arithmetic of the networks: what each layer computes, forwards and backwards, for a block of beats on one thread. Matrix
 * products go to OpenBLAS, everything between them is plain loops over {@code float[]} that the JIT compiler vectorises.
 */
@NullMarked
package org.beatbench.deep.kernel;

import org.jspecify.annotations.NullMarked;
