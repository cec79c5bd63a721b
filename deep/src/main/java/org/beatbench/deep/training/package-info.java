/** How networks learn: one loop for all of them, over the kernels of their layers. */
@NullMarked
package org.beatbench.deep.training;

import org.jspecify.annotations.NullMarked;
