/** How models are asked what a worse ECG would do to them: which disturbances, how strong, and on which test beats. */
@NullMarked
package org.beatbench.robustness;

import org.jspecify.annotations.NullMarked;
