/** The native libraries beneath: which they are, and how they are made to use this processor. */
@NullMarked
package org.beatbench.deep.natives;

import org.jspecify.annotations.NullMarked;
