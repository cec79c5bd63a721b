/** Figures of merit, computed from stored answers. One that is not defined for some answers is empty, never NaN. */
@NullMarked
package org.beatbench.metrics;

import org.jspecify.annotations.NullMarked;
