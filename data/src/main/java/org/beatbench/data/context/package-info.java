/** Beats with their surroundings: what came before, both leads, and what is usual for this recording. */
@NullMarked
package org.beatbench.data.context;

import org.jspecify.annotations.NullMarked;
