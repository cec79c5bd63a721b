/** Marks of beats as people write them, in words and in tables beside a recording. */
@NullMarked
package org.beatbench.data.annotations;

import org.jspecify.annotations.NullMarked;
