/** How far a signal can be trusted, beat by beat. */
@NullMarked
package org.beatbench.data.quality;

import org.jspecify.annotations.NullMarked;
