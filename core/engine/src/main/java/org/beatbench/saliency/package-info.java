/** What a fitted model looks at: how its answers change when a stretch of a beat is hidden from it. */
@NullMarked
package org.beatbench.saliency;

import org.jspecify.annotations.NullMarked;
